import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import { CurrentPerson, CurrentSignedIn, RequirePermission, type Principal } from '@tenon/nest';
import { DemandSecondFactor } from '../application/demand-second-factor.js';
import { ReadSecondFactor } from '../application/read-second-factor.js';
import { showTenant, showViewer } from './show.js';

/** Whether there is a second factor, and who must have one. */
@Resolver('Viewer')
export class SecondFactorResolver {
  constructor(
    private readonly read: ReadSecondFactor,
    private readonly demand: DemandSecondFactor,
  ) {}

  @ResolveField('secondFactor')
  async secondFactor(@Parent() { principal }: ReturnType<typeof showViewer>) {
    const { since, recoveryCodesLeft } = await this.read.execute(principal);
    const { company, office } = principal.lacksSecondFactor;
    return { since: since?.toISOString() ?? null, recoveryCodesLeft, isMissing: since === null && (company || office) };
  }

  @Mutation('demandSecondFactor')
  @RequirePermission('security:update')
  async demandSecondFactor(@CurrentPerson() actor: UserActor, @CurrentSignedIn() principal: Principal, @Args('isDemanded') isDemanded: boolean) {
    return showTenant(await this.demand.execute(actor, principal, isDemanded));
  }
}
