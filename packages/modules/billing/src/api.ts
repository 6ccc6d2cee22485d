/** Plans and what is used of them, as the api serves them. */
import { Global, Module } from '@nestjs/common';
import { ApiCalls } from './application/api-calls.js';
import { ChangePlan, WithdrawPlanChange } from './application/change-plan.js';
import { OfficePlans } from './application/office-plans.js';
import { PreviewPlanChange } from './application/preview-plan-change.js';
import { ReadPlan } from './application/read-plan.js';
import { RoomInPlan } from './application/room-in-plan.js';
import { SetCap } from './application/set-cap.js';
import { OfficePlanFieldResolver } from './graphql/office-plan.resolver.js';
import { PlanResolver } from './graphql/plan.resolver.js';

export { ApiCalls } from './application/api-calls.js';
export { ChangePlan } from './application/change-plan.js';
export { PreviewPlanChange } from './application/preview-plan-change.js';

/** Global: whoever adds a machine, a person or an app asks for room. */
@Global()
@Module({
  providers: [ApiCalls, ChangePlan, OfficePlanFieldResolver, OfficePlans, PlanResolver, PreviewPlanChange, ReadPlan, RoomInPlan, SetCap, WithdrawPlanChange],
  exports: [ApiCalls, ChangePlan, OfficePlans, PreviewPlanChange, RoomInPlan],
})
export class BillingApiModule {}
