import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentSignedIn, OpenToSignedIn, RequireVerifiedEmail, type Principal } from '@tenon/nest';
import { RenewRecoveryCodes, TurnOffSecondFactor } from '../application/change-second-factor.js';
import { BeginSecondFactor, ConfirmSecondFactor } from '../application/set-up-second-factor.js';
import { showViewer } from './show.js';

const OWN = 'everybody looks after their own second factor';
const LASTS = 'a second factor outlives the password: whoever signs up with another’s address would lock them out';

/** A person's own second factor: setting it up, its recovery codes, taking it away. */
@Resolver()
export class OwnSecondFactorResolver {
  constructor(
    private readonly beginning: BeginSecondFactor,
    private readonly confirmation: ConfirmSecondFactor,
    private readonly renewal: RenewRecoveryCodes,
    private readonly turningOff: TurnOffSecondFactor,
  ) {}

  @Mutation('beginSecondFactor')
  @OpenToSignedIn(OWN)
  @RequireVerifiedEmail(LASTS)
  beginSecondFactor(@CurrentSignedIn() principal: Principal, @Args('password') password?: string | null) {
    return this.beginning.execute(principal, password ?? null);
  }

  @Mutation('confirmSecondFactor')
  @OpenToSignedIn(OWN)
  @RequireVerifiedEmail(LASTS)
  async confirmSecondFactor(@CurrentSignedIn() principal: Principal, @Args('code') code: string) {
    return { codes: await this.confirmation.execute(principal, code) };
  }

  @Mutation('renewRecoveryCodes')
  @OpenToSignedIn(OWN)
  async renewRecoveryCodes(@CurrentSignedIn() principal: Principal, @Args('password') password: string) {
    return { codes: await this.renewal.execute(principal, password) };
  }

  @Mutation('turnOffSecondFactor')
  @OpenToSignedIn(OWN)
  async turnOffSecondFactor(@CurrentSignedIn() principal: Principal, @Args('password') password: string) {
    await this.turningOff.execute(principal, password);
    return showViewer(principal);
  }
}
