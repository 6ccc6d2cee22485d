import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationMergeTagsArgs, MutationRenameTagArgs, MutationTagDeviceArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { showDevice } from '../../graphql/show.js';
import { KeepTags } from '../application/keep-tags.js';
import { TagDevice } from '../application/tag-device.js';

@Resolver()
export class TagResolver {
  constructor(
    private readonly keeping: KeepTags,
    private readonly tagging: TagDevice,
  ) {}

  @Query('tags')
  @RequirePermission('device:read')
  list(@CurrentActor() actor: TenantActor) {
    return this.keeping.all(actor);
  }

  @Mutation('tagDevice')
  @RequirePermission('device:update')
  async tag(@CurrentActor() actor: TenantActor, @Args() { input }: MutationTagDeviceArgs) {
    return showDevice(await this.tagging.execute(actor, input));
  }

  @Mutation('renameTag')
  @RequirePermission('asset:manage')
  rename(@CurrentActor() actor: TenantActor, @Args() { input }: MutationRenameTagArgs) {
    return this.keeping.rename(actor, input);
  }

  @Mutation('mergeTags')
  @RequirePermission('asset:manage')
  merge(@CurrentActor() actor: TenantActor, @Args() { input }: MutationMergeTagsArgs) {
    return this.keeping.merge(actor, input);
  }

  @Mutation('deleteTag')
  @RequirePermission('asset:manage')
  delete(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return this.keeping.delete(actor, id);
  }
}
