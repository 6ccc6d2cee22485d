import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { CampaignMachinesArgs, MutationAbortCampaignArgs, MutationStartCampaignArgs, QueryCampaignArgs, QueryCampaignPreviewArgs, QueryCampaignsArgs, QueryDeviceUpdatesArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { readChosen } from '../../bulk/graphql/show-bulk-action.js';
import { ReadCampaigns } from '../application/read-campaigns.js';
import { StartCampaign } from '../application/start-campaign.js';
import { SteerCampaign, type Steering } from '../application/steer-campaign.js';
import { readMachineState, readPlanInput, showCampaign, showMachine, showPreview, showUpdates } from './show-campaign.js';

@Resolver('Campaign')
export class CampaignResolver {
  constructor(
    private readonly reading: ReadCampaigns,
    private readonly starting: StartCampaign,
    private readonly steering: SteerCampaign,
  ) {}

  @Query('campaigns')
  @RequirePermission('device:read')
  async list(@CurrentActor() actor: TenantActor, @Args() args: QueryCampaignsArgs) {
    const page = await this.reading.list(actor, args);
    return { ...page, nodes: page.nodes.map(showCampaign) };
  }

  @Query('campaign')
  @RequirePermission('device:read')
  async one(@CurrentActor() actor: TenantActor, @Args() { id }: QueryCampaignArgs) {
    return showCampaign(await this.reading.one(actor, id));
  }

  @Query('campaignPreview')
  @RequirePermission('campaign:manage')
  async preview(@CurrentActor() actor: TenantActor, @Args() { machines, packageId, values }: QueryCampaignPreviewArgs) {
    return showPreview(await this.starting.preview(actor, { chosen: readChosen(machines), packageId, values }));
  }

  @Query('deviceUpdates')
  @RequirePermission('device:read')
  async ofDevice(@CurrentActor() actor: TenantActor, @Args() { deviceId }: QueryDeviceUpdatesArgs) {
    return showUpdates(await this.reading.ofDevice(actor, deviceId));
  }

  @ResolveField('machines')
  async machines(@CurrentActor() actor: TenantActor, @Parent() { id }: { readonly id: string }, @Args() { state, ...args }: CampaignMachinesArgs) {
    const page = await this.reading.machinesOf(actor, id, state ? readMachineState(state) : null, args);
    return { ...page, nodes: page.nodes.map(showMachine) };
  }

  @Mutation('startCampaign')
  @RequirePermission('campaign:manage')
  async start(@CurrentActor() actor: TenantActor, @Args() { input: { name, plan, machines, packageId, values } }: MutationStartCampaignArgs) {
    const { id } = await this.starting.execute(actor, { name, plan: readPlanInput(plan), chosen: readChosen(machines), packageId, values });
    return showCampaign(await this.reading.one(actor, id));
  }

  @Mutation('pauseCampaign')
  @RequirePermission('campaign:manage')
  pause(@CurrentActor() actor: TenantActor, @Args() { id }: MutationAbortCampaignArgs) {
    return this.steer(actor, id, 'pause');
  }

  @Mutation('resumeCampaign')
  @RequirePermission('campaign:manage')
  resume(@CurrentActor() actor: TenantActor, @Args() { id }: MutationAbortCampaignArgs) {
    return this.steer(actor, id, 'resume');
  }

  @Mutation('abortCampaign')
  @RequirePermission('campaign:manage')
  abort(@CurrentActor() actor: TenantActor, @Args() { id }: MutationAbortCampaignArgs) {
    return this.steer(actor, id, 'abort');
  }

  @Mutation('rollBackCampaign')
  @RequirePermission('campaign:manage')
  rollBack(@CurrentActor() actor: TenantActor, @Args() { id }: MutationAbortCampaignArgs) {
    return this.steer(actor, id, 'roll-back');
  }

  private async steer(actor: TenantActor, id: string, steering: Steering) {
    await this.steering.execute(actor, id, steering);
    return showCampaign(await this.reading.one(actor, id));
  }
}
