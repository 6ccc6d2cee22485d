import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor, TenantActor } from '@tenon/domain/identity';
import type { MutationSetFeatureFlagForCompanyArgs, MutationSetFeatureFlagShareArgs } from '@tenon/graphql/resolvers';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { FeatureFlags } from '../application/feature-flags.js';
import { OfficeFlags } from '../application/office-flags.js';
import { showFlag } from './show-flag.js';

/** What is on for whoever is signed in, and how the office sets it. */
@Resolver('Viewer')
export class FlagResolver {
  constructor(
    private readonly flags: FeatureFlags,
    private readonly office: OfficeFlags,
  ) {}

  @ResolveField('features')
  features(@Parent() { actor }: { actor: TenantActor | null }) {
    return actor ? this.flags.allOn(actor.tenantId) : [];
  }

  @Query('featureFlags')
  @RequirePermission('flag:read')
  async list(@CurrentStaff() staff: StaffActor) {
    return (await this.office.list(staff)).map(showFlag);
  }

  @Query('featureFlag')
  @RequirePermission('flag:read')
  async one(@CurrentStaff() staff: StaffActor, @Args('key') key: string) {
    return showFlag(await this.office.get(staff, key));
  }

  @Mutation('setFeatureFlagForCompany')
  @RequirePermission('flag:manage')
  async setForCompany(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationSetFeatureFlagForCompanyArgs) {
    return showFlag(await this.office.setForCompany(staff, { ...input, isOn: input.isOn ?? null }));
  }

  @Mutation('setFeatureFlagShare')
  @RequirePermission('flag:manage')
  async setShare(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationSetFeatureFlagShareArgs) {
    return showFlag(await this.office.setShare(staff, { ...input, percent: input.percent ?? null }));
  }
}
