import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationChangePlanArgs, MutationSetCapArgs, QueryPlanChangePreviewArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission, RequireVerifiedEmail } from '@tenon/nest';
import { ChangePlan, WithdrawPlanChange } from '../application/change-plan.js';
import { PreviewPlanChange } from '../application/preview-plan-change.js';
import { ReadPlan } from '../application/read-plan.js';
import { SetCap } from '../application/set-cap.js';
import { showPlanView, showPreview } from './show.js';
import { readMeter, readPlanId } from './words.js';

@Resolver('CompanyPlan')
export class PlanResolver {
  constructor(
    private readonly read: ReadPlan,
    private readonly preview: PreviewPlanChange,
    private readonly change: ChangePlan,
    private readonly withdraw: WithdrawPlanChange,
    private readonly cap: SetCap,
  ) {}

  @Query('companyPlan')
  @RequirePermission('billing:read')
  async companyPlan(@CurrentActor() actor: TenantActor) {
    return showPlanView(await this.read.execute(actor));
  }

  @Query('planChangePreview')
  @RequirePermission('billing:read')
  async planChangePreview(@CurrentActor() actor: TenantActor, @Args() { plan }: QueryPlanChangePreviewArgs) {
    return showPreview(await this.preview.execute(actor, readPlanId(plan)));
  }

  @Mutation('changePlan')
  @RequirePermission('billing:manage')
  @RequireVerifiedEmail('a plan costs money')
  async changePlan(@CurrentActor() actor: TenantActor, @Args() { input }: MutationChangePlanArgs) {
    return showPlanView(await this.change.execute(actor, { planId: readPlanId(input.plan), dueNowMinor: input.dueNowMinor }));
  }

  @Mutation('withdrawPlanChange')
  @RequirePermission('billing:manage')
  async withdrawPlanChange(@CurrentActor() actor: TenantActor) {
    return showPlanView(await this.withdraw.execute(actor));
  }

  @Mutation('setCap')
  @RequirePermission('billing:manage')
  @RequireVerifiedEmail('what goes beyond a quota costs money')
  async setCap(@CurrentActor() actor: TenantActor, @Args() { input }: MutationSetCapArgs) {
    return showPlanView(await this.cap.execute(actor, { meter: readMeter(input.meter), cap: input.cap ?? null }));
  }
}
