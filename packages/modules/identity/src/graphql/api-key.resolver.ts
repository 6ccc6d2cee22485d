import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationCreateApiKeyArgs } from '@tenon/graphql/resolvers';
import type { TenantActor, UserActor } from '@tenon/domain/identity';
import { CurrentActor, CurrentPerson, RequirePermission, RequireVerifiedEmail, WithheldFromOffice } from '@tenon/nest';
import { CreateApiKey, RevokeApiKey } from '../application/change-api-keys.js';
import { ReadApiKeys } from '../application/read-api-keys.js';
import { showKey } from './show-api-key.js';

@Resolver()
export class ApiKeyGraphqlResolver {
  constructor(
    private readonly read: ReadApiKeys,
    private readonly create: CreateApiKey,
    private readonly revocation: RevokeApiKey,
  ) {}

  @Query('apiKeys')
  @RequirePermission('api-key:read')
  async apiKeys(@CurrentActor() actor: TenantActor) {
    return (await this.read.execute(actor)).map(showKey);
  }

  @Mutation('createApiKey')
  @RequirePermission('api-key:create')
  @WithheldFromOffice('it shows a key')
  @RequireVerifiedEmail('a key outlives the password of whoever made it')
  async createApiKey(@CurrentPerson() actor: UserActor, @Args() { input }: MutationCreateApiKeyArgs) {
    const { key, secret } = await this.create.execute(actor, input);
    return { key: showKey(key), secret };
  }

  @Mutation('revokeApiKey')
  @RequirePermission('api-key:revoke')
  revokeApiKey(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return this.revocation.execute(actor, id);
  }
}
