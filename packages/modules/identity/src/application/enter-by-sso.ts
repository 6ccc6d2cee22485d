import { Inject, Injectable } from '@nestjs/common';
import { unauthenticated } from '@tenon/kernel';
import type pg from 'pg';
import { memberToSignIn } from '../persistence/sso-sign-in.repository.js';
import { originOf, type CallerAddress, type SignInOutcome } from '../sign-in/caller-address.js';
import { OpenSession } from '../sign-in/open-session.js';
import { SecondStep } from '../sign-in/second-step.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { SsoSignIn, type ProviderAnswer } from './sso-sign-in.js';

/** Signs somebody in whom their company's provider has named. It stands for the password alone: whoever has a second factor here is asked for a code of it. */
@Injectable()
export class EnterBySso {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly sso: SsoSignIn,
    private readonly secondStep: SecondStep,
    private readonly session: OpenSession,
  ) {}

  /** @throws AppError (unauthenticated) AUTH.SSO_NOT_MEMBER; as {@link SsoSignIn.complete} */
  async execute(answer: ProviderAnswer, caller: CallerAddress): Promise<SignInOutcome> {
    const { tenantId, email } = await this.sso.complete(answer, caller);
    const person = await memberToSignIn(this.pool, tenantId, email);
    if (!person) throw unauthenticated('AUTH.SSO_NOT_MEMBER', 'Your company has not invited this address yet.');
    const step = await this.secondStep.ask({ ...person, origin: originOf(caller) });
    return step === null ? { cookies: await this.session.execute(person, caller) } : { cookies: [step], isCodeAsked: true };
  }
}
