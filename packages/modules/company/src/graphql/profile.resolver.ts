import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationUpdateCompanyProfileArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { ReadAsked } from '../application/read-asked.js';
import { ReadProfile } from '../application/read-profile.js';
import { UpdateProfile } from '../application/update-profile.js';
import { showAsked } from './show-review.js';
import { showProfile } from './show.js';

@Resolver('CompanyProfile')
export class ProfileResolver {
  constructor(
    private readonly profile: ReadProfile,
    private readonly update: UpdateProfile,
    private readonly asked: ReadAsked,
  ) {}

  @Query('companyProfile')
  @RequirePermission('tenant:read')
  async companyProfile(@CurrentActor() actor: TenantActor) {
    return showProfile(await this.profile.execute(actor));
  }

  @Query('askedPapers')
  @RequirePermission('tenant:read')
  async askedPapers(@CurrentActor() actor: TenantActor) {
    return showAsked(await this.asked.execute(actor));
  }

  @Mutation('updateCompanyProfile')
  @RequirePermission('company:update')
  async updateCompanyProfile(@CurrentActor() actor: TenantActor, @Args() { input }: MutationUpdateCompanyProfileArgs) {
    return showProfile(await this.update.execute(actor, input));
  }
}
