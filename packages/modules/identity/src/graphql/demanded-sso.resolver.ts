import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import { CurrentPerson, CurrentSignedIn, OpenToSignedIn, RequirePermission, type Principal } from '@tenon/nest';
import { DemandSingleSignOn } from '../application/demand-single-sign-on.js';
import { ReadClosedCompany } from '../application/read-closed-company.js';
import { WaiveSingleSignOn } from '../application/waive-single-sign-on.js';
import type { showViewer } from './show.js';

/** That a company opens only by its single sign-on, and the way in past a broken provider. */
@Resolver('Viewer')
export class DemandedSsoResolver {
  constructor(
    private readonly demand: DemandSingleSignOn,
    private readonly waive: WaiveSingleSignOn,
    private readonly closed: ReadClosedCompany,
  ) {}

  @ResolveField('isSingleSignOnMissing')
  isSingleSignOnMissing(@Parent() { principal }: ReturnType<typeof showViewer>) {
    return principal.lacksSingleSignOn;
  }

  @ResolveField('closedCompany')
  closedCompany(@Parent() { principal }: ReturnType<typeof showViewer>) {
    const { lacksSingleSignOn, user } = principal;
    return lacksSingleSignOn && user?.kind === 'user' ? this.closed.execute(user) : null;
  }

  @Mutation('demandSingleSignOn')
  @RequirePermission('security:update')
  async demandSingleSignOn(@CurrentPerson() actor: UserActor, @CurrentSignedIn() principal: Principal, @Args('isDemanded') isDemanded: boolean) {
    await this.demand.execute(actor, principal, isDemanded);
    return isDemanded;
  }

  @Mutation('passSingleSignOnOver')
  @OpenToSignedIn('whoever is kept out has no permission; the use case lets owners with a second factor alone in')
  async passSingleSignOnOver(@CurrentSignedIn() principal: Principal) {
    await this.waive.execute(principal);
    return true;
  }
}
