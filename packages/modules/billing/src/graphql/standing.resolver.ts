import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import type { MutationCloseCompanyArgs } from '@tenon/graphql/resolvers';
import { CurrentPerson, RequirePermission } from '@tenon/nest';
import { CloseCompany, ReopenCompany } from '../application/close-company.js';
import { ReadStanding } from '../application/read-standing.js';
import { showStanding } from './show-standing.js';

/** Where the company of whoever is signed in stands. */
@Resolver('Viewer')
export class StandingResolver {
  constructor(
    private readonly standing: ReadStanding,
    private readonly closing: CloseCompany,
    private readonly reopening: ReopenCompany,
  ) {}

  @ResolveField('standing')
  async standingOf(@Parent() { actor }: { actor: UserActor | null }) {
    return actor && showStanding(await this.standing.execute(actor), () => this.standing.moves(actor));
  }

  @Mutation('closeCompany')
  @RequirePermission('tenant:close')
  async closeCompany(@CurrentPerson() actor: UserActor, @Args() { input }: MutationCloseCompanyArgs) {
    return showStanding(await this.closing.execute(actor, input.name), () => this.standing.moves(actor));
  }

  @Mutation('reopenCompany')
  @RequirePermission('tenant:close')
  async reopenCompany(@CurrentPerson() actor: UserActor) {
    return showStanding(await this.reopening.execute(actor), () => this.standing.moves(actor));
  }
}
