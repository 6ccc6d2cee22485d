import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationAddSeenMetricsArgs, MutationDiscardDeviceTypeDraftArgs, MutationPublishDeviceTypeArgs, MutationSaveDeviceTypeDraftArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { AddSeenMetrics } from '../application/add-seen-metrics.js';
import { EditTypeDraft } from '../application/edit-type-draft.js';
import { showType } from './show-type.js';

@Resolver()
export class DeviceTypeDraftResolver {
  constructor(
    private readonly draft: EditTypeDraft,
    private readonly seen: AddSeenMetrics,
  ) {}

  @Mutation('saveDeviceTypeDraft')
  @RequirePermission('device-type:manage')
  async save(@CurrentActor() actor: TenantActor, @Args() { input }: MutationSaveDeviceTypeDraftArgs) {
    return showType(await this.draft.save(actor, input));
  }

  @Mutation('discardDeviceTypeDraft')
  @RequirePermission('device-type:manage')
  async discard(@CurrentActor() actor: TenantActor, @Args() args: MutationDiscardDeviceTypeDraftArgs) {
    return showType(await this.draft.discard(actor, args));
  }

  @Mutation('publishDeviceType')
  @RequirePermission('device-type:manage')
  async publish(@CurrentActor() actor: TenantActor, @Args() { input }: MutationPublishDeviceTypeArgs) {
    return showType(await this.draft.publish(actor, input));
  }

  @Mutation('addSeenMetrics')
  @RequirePermission('device-type:manage')
  async addSeen(@CurrentActor() actor: TenantActor, @Args() args: MutationAddSeenMetricsArgs) {
    return showType(await this.seen.execute(actor, args));
  }
}
