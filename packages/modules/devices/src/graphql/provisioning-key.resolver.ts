import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationCreateProvisioningKeyArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission, Together, WithheldFromOffice } from '@tenon/nest';
import { KeepProvisioningKeys, type KeyWithSecret } from '../application/provisioning/keep-provisioning-keys.js';
import { ReadDeviceTypes } from '../types/application/read-device-types.js';
import { showType } from '../types/graphql/show-type.js';
import { DeviceEndpoint } from './device-token.resolver.js';
import { showProvisioningKey } from './show-provisioning-key.js';

const SECRET = 'it shows a secret';

@Resolver('ProvisioningKey')
export class ProvisioningKeyResolver {
  private readonly typeOf: Together<Parameters<typeof showType>[0]>;

  constructor(
    private readonly keys: KeepProvisioningKeys,
    private readonly endpoint: DeviceEndpoint,
    types: ReadDeviceTypes,
  ) {
    this.typeOf = new Together((actor, ids) => types.byIds(actor, ids));
  }

  @Query('provisioningKeys')
  @RequirePermission('device:credentials')
  async provisioningKeys(@CurrentActor() actor: TenantActor) {
    return (await this.keys.list(actor)).map(showProvisioningKey);
  }

  @ResolveField('type')
  async type(@CurrentActor() actor: TenantActor, @Parent() { typeId }: { readonly typeId: string | null }) {
    const type = typeId === null ? undefined : await this.typeOf.of(actor, typeId);
    return type ? showType(type) : null;
  }

  @Mutation('createProvisioningKey')
  @RequirePermission('device:credentials')
  @WithheldFromOffice(SECRET)
  async createProvisioningKey(@CurrentActor() actor: TenantActor, @Args() { input }: MutationCreateProvisioningKeyArgs) {
    return this.withSecret(await this.keys.create(actor, { ...input, expiresAt: input.expiresAt ? new Date(input.expiresAt) : null }));
  }

  @Mutation('rotateProvisioningSecret')
  @RequirePermission('device:credentials')
  @WithheldFromOffice(SECRET)
  async rotateProvisioningSecret(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return this.withSecret(await this.keys.rotate(actor, id));
  }

  @Mutation('revokeProvisioningKey')
  @RequirePermission('device:credentials')
  async revokeProvisioningKey(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showProvisioningKey(await this.keys.revoke(actor, id));
  }

  private withSecret({ key, secret }: KeyWithSecret) {
    return { key: showProvisioningKey(key), secret, endpoint: this.endpoint };
  }
}
