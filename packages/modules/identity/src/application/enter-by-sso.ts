import { Injectable } from '@nestjs/common';
import { PrincipalResolver } from '@tenon/nest';
import { originOf, type CallerAddress, type SignInOutcome } from '../sign-in/caller-address.js';
import { OpenSession } from '../sign-in/open-session.js';
import { SecondStep } from '../sign-in/second-step.js';
import { SsoPeople } from './sso-people.js';
import { SsoSignIn, type ProviderAnswer } from './sso-sign-in.js';

/** Signs somebody in whom their company's provider has named. It stands for the password alone: whoever has a second factor here is asked for a code of it. */
@Injectable()
export class EnterBySso {
  constructor(
    private readonly sso: SsoSignIn,
    private readonly people: SsoPeople,
    private readonly principals: PrincipalResolver,
    private readonly secondStep: SecondStep,
    private readonly session: OpenSession,
  ) {}

  /** @returns with where they wanted to go @throws AppError as {@link SsoSignIn.complete} and {@link SsoPeople.settle} */
  async execute(answer: ProviderAnswer, caller: CallerAddress): Promise<SignInOutcome & { readonly next: string }> {
    const signedIn = await this.sso.complete(answer, caller);
    const { tenantId: ssoCompanyId } = signedIn.connection;
    const present = await this.principals.resolve({ cookie: caller.headers.get('cookie') ?? undefined });
    // What another provider says of somebody is no means of their own.
    const signedInAs = present && present.session.ssoCompanyId === null ? present.userId : null;
    const { userId, email } = await this.people.settle(signedIn, { origin: originOf(caller), signedInAs });
    const person = { userId, email, ssoCompanyId };
    const step = await this.secondStep.ask({ ...person, origin: originOf(caller) });
    return step === null ? { cookies: await this.session.execute(person, caller), next: signedIn.next } : { cookies: [step], isCodeAsked: true, next: signedIn.next };
  }
}
