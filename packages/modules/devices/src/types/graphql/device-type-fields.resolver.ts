import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { DeviceTypeDocumentArgs, DeviceTypeMachinesArgs, DeviceTypeVersionsArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, Together } from '@tenon/nest';
import { showDevice } from '../../graphql/show.js';
import { ReadDeviceTypes } from '../application/read-device-types.js';
import { showType, showVersion } from './show-type.js';

type ShownType = ReturnType<typeof showType>;
type Version = Parameters<typeof showVersion>[0];

/** What is asked of a type beyond its own row; of a page of types, each at once. */
@Resolver('DeviceType')
export class DeviceTypeFieldsResolver {
  private readonly publishedOf: Together<Version>;
  private readonly draftOf: Together<Version>;

  constructor(private readonly types: ReadDeviceTypes) {
    this.publishedOf = new Together((actor, ids) => types.published(actor, ids));
    this.draftOf = new Together((actor, ids) => types.drafts(actor, ids));
  }

  @ResolveField('published')
  async published(@CurrentActor() actor: TenantActor, @Parent() { id }: ShownType) {
    const version = await this.publishedOf.of(actor, id);
    return version ? showVersion(version) : null;
  }

  @ResolveField('draft')
  async draft(@CurrentActor() actor: TenantActor, @Parent() { id }: ShownType) {
    const version = await this.draftOf.of(actor, id);
    return version ? showVersion(version) : null;
  }

  @ResolveField('versions')
  async versions(@CurrentActor() actor: TenantActor, @Parent() { id }: ShownType, @Args() args: DeviceTypeVersionsArgs) {
    const page = await this.types.versionsOf(actor, id, args);
    return { ...page, nodes: page.nodes.map(showVersion) };
  }

  @ResolveField('machines')
  async machines(@CurrentActor() actor: TenantActor, @Parent() { id, machineCount }: ShownType, @Args() args: DeviceTypeMachinesArgs) {
    const page = await this.types.machinesOf(actor, id, args);
    return { ...page, nodes: page.nodes.map(showDevice), totalCount: machineCount };
  }

  @ResolveField('document')
  document(@CurrentActor() actor: TenantActor, @Parent() type: ShownType, @Args() { version }: DeviceTypeDocumentArgs) {
    return this.types.document(actor, type, version);
  }
}
