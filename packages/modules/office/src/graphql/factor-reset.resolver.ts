import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import type { MutationBeginFactorResetArgs } from '@tenon/graphql/resolvers';
import { BeginFactorReset } from '@tenon/identity';
import { tenantId } from '@tenon/kernel';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { ReadCompanies } from '../application/read-companies.js';

/** Letting people in again who have lost what they sign in with. */
@Resolver()
export class FactorResetResolver {
  constructor(
    private readonly companies: ReadCompanies,
    private readonly begin: BeginFactorReset,
  ) {}

  @Mutation('beginFactorReset')
  @RequirePermission('person:recover')
  async beginFactorReset(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationBeginFactorResetArgs) {
    const { id } = await this.companies.afterActing(staff, input.companyId);
    return (await this.begin.execute(staff, { companyId: tenantId(id), email: input.email, check: input.check })).toISOString();
  }
}
