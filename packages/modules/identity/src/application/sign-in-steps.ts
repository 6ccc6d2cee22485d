import { Injectable } from '@nestjs/common';
import { readEmail } from '../sign-in/credentials.js';
import { OpenSession } from '../sign-in/open-session.js';
import { PersonPassword } from '../sign-in/person-password.js';
import { SecondStep } from '../sign-in/second-step.js';
import { originOf, type CallerAddress, type SignInOutcome } from '../sign-in/caller-address.js';
import { SignInThrottle } from '../sign-in/throttle.js';

/** Signing in: the password, and for whoever has a second factor a code of it. No session is opened before both are right. */
@Injectable()
export class SignInSteps {
  constructor(
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
    const step = await this.secondStep.ask({ userId, email, origin: originOf(caller) });
    if (step === null) return { cookies: await this.session.execute({ userId, email }, caller) };
    return { cookies: [step], isCodeAsked: true };
  }

  /** @throws AppError as {@link SecondStep.answer} */
  async withCode(input: { code: unknown }, caller: CallerAddress): Promise<SignInOutcome> {
    const { cookie, ...person } = await this.secondStep.answer(typeof input.code === 'string' ? input.code : '', caller);
    return { cookies: [...(await this.session.execute(person, caller)), cookie] };
  }
}
