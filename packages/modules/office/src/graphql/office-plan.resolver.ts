import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { OfficePlans, readMeter, readPlanId } from '@tenon/billing';
import type { StaffActor } from '@tenon/domain/identity';
import type { MutationChangeCompanyPlanArgs, MutationGiveCompanyQuotaArgs } from '@tenon/graphql/resolvers';
import { tenantId } from '@tenon/kernel';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { ReadCompanies } from '../application/read-companies.js';
import { showCompany } from './show.js';

/** What the office does to companies' plans. */
@Resolver('Company')
export class OfficePlanResolver {
  constructor(
    private readonly companies: ReadCompanies,
    private readonly plans: OfficePlans,
  ) {}

  @Mutation('changeCompanyPlan')
  @RequirePermission('company:plan')
  async changeCompanyPlan(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationChangeCompanyPlanArgs) {
    const { id } = await this.companies.afterActing(staff, input.id);
    await this.plans.change(staff, tenantId(id), readPlanId(input.plan));
    return showCompany(await this.companies.afterActing(staff, id));
  }

  @Mutation('giveCompanyQuota')
  @RequirePermission('company:plan')
  async giveCompanyQuota(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationGiveCompanyQuotaArgs) {
    const { id } = await this.companies.afterActing(staff, input.id);
    await this.plans.giveQuota(staff, tenantId(id), { meter: readMeter(input.meter), quota: input.quota ?? null });
    return showCompany(await this.companies.afterActing(staff, id));
  }
}
