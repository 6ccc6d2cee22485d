import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { findSecondFactor } from '../persistence/second-factor.repository.js';
import { readEmail } from '../sign-in/credentials.js';
import { OpenSession } from '../sign-in/open-session.js';
import { PersonPassword } from '../sign-in/person-password.js';
import { SecondStep } from '../sign-in/second-step.js';
import type { CallerAddress, SignInOutcome } from '../sign-in/caller-address.js';
import { SignInThrottle } from '../sign-in/throttle.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** Signing in: the password, and for whoever has a second factor a code of it. No session is opened before both are right. */
@Injectable()
export class SignInSteps {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly passwords: PersonPassword,
    private readonly secondStep: SecondStep,
    private readonly throttle: SignInThrottle,
    private readonly session: OpenSession,
  ) {}

  /** @throws AppError (unauthenticated) AUTH.WRONG_CREDENTIALS; (limited) AUTH.TOO_MANY_ATTEMPTS */
  async withPassword(input: { email: unknown; password: unknown }, caller: CallerAddress): Promise<SignInOutcome> {
    const email = readEmail(input.email);
    const password = typeof input.password === 'string' ? input.password : '';
    const { userId } = await this.throttle.guess(email, caller.address, () => this.passwords.personOf(email, password));
    const factor = await findSecondFactor(this.pool, userId);
    if (!factor?.confirmedAt) return { cookies: await this.session.execute({ userId, email }, caller) };
    return { cookies: [await this.secondStep.ask(userId)], isCodeAsked: true };
  }

  /** @throws AppError as {@link SecondStep.answer} */
  async withCode(input: { code: unknown }, caller: CallerAddress): Promise<SignInOutcome> {
    const { cookie, ...person } = await this.secondStep.answer(typeof input.code === 'string' ? input.code : '', caller);
    return { cookies: [...(await this.session.execute(person, caller)), cookie] };
  }
}
