import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import { CurrentPerson, CurrentSignedIn, OpenToSignedIn, RequirePermission, type Principal } from '@tenon/nest';
import { DemandSecondFactor } from '../application/demand-second-factor.js';
import { ReadSecondFactor } from '../application/read-second-factor.js';
import { StopFactorReset } from '../application/stop-factor-reset.js';
import { showTenant, showViewer } from './show.js';

/** Whether there is a second factor, and who must have one. */
@Resolver('Viewer')
export class SecondFactorResolver {
  constructor(
    private readonly read: ReadSecondFactor,
    private readonly demand: DemandSecondFactor,
    private readonly stop: StopFactorReset,
  ) {}

  @ResolveField('secondFactor')
  async secondFactor(@Parent() { principal }: ReturnType<typeof showViewer>) {
    const { since, recoveryCodesLeft, resetDueAt } = await this.read.execute(principal);
    const { company, office } = principal.lacksSecondFactor;
    return { since: since?.toISOString() ?? null, recoveryCodesLeft, isMissing: since === null && (company || office), resetDueAt: resetDueAt?.toISOString() ?? null };
  }

  @Mutation('stopFactorReset')
  @OpenToSignedIn('everybody looks after their own second factor')
  async stopFactorReset(@CurrentSignedIn() principal: Principal) {
    await this.stop.execute(principal);
    return showViewer(principal);
  }

  @Mutation('demandSecondFactor')
  @RequirePermission('security:update')
  async demandSecondFactor(@CurrentPerson() actor: UserActor, @CurrentSignedIn() principal: Principal, @Args('isDemanded') isDemanded: boolean) {
    return showTenant(await this.demand.execute(actor, principal, isDemanded));
  }
}
