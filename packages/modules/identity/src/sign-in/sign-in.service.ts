import { Inject, Injectable } from '@nestjs/common';
import { readCompanyName, readEmail, readPersonName } from './credentials.js';
import { readNewPassword } from './new-password.js';
import type { Auth } from './auth.js';
import { originOf, type CallerAddress, type SignInOutcome } from './caller-address.js';
import { translated } from './auth-errors.js';
import { SignInThrottle } from './throttle.js';
import { AUTH } from './tokens.js';
import { Welcome } from './welcome.js';
import { EnsureCompany } from '../application/ensure-company.js';

/** Signing up and out. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly ensureCompany: EnsureCompany,
    private readonly throttle: SignInThrottle,
    private readonly welcome: Welcome,
  ) {}

  /**
   * Creates a person and their company and signs them in. The company's name is kept with the person until the company
   * exists, so a crash in between is made good at the next request. A mail asks them to verify their address.
   * @param isAddressSure whether it is known to be theirs already; then no mail is written
   */
  async signUp(input: { companyName: unknown; email: unknown; password: unknown; name: unknown; privacyVersion?: unknown }, caller: CallerAddress, { isAddressSure = false } = {}): Promise<SignInOutcome> {
    const pendingCompanyName = readCompanyName(input.companyName);
    const email = readEmail(input.email);
    const password = await readNewPassword(input.password, { email, companyNames: [pendingCompanyName] });
    const name = readPersonName(input.name, email);
    await this.throttle.signUp(caller.address);
    const { headers, response } = await translated(() =>
      this.auth.api.signUpEmail({ body: { email, password, name, pendingCompanyName }, headers: caller.headers, returnHeaders: true }),
    );
    await this.ensureCompany.execute({ id: response.user.id, email, name, pendingCompanyName, origin: originOf(caller) });
    const device = await this.welcome.execute({ userId: response.user.id, email, privacyVersion: input.privacyVersion, isAddressSure }, caller);
    return { cookies: [...headers.getSetCookie(), device] };
  }

  /** Ends the session; without one, nothing happens. */
  async signOut(caller: CallerAddress): Promise<SignInOutcome> {
    const { headers } = await translated(() => this.auth.api.signOut({ headers: caller.headers, returnHeaders: true }));
    return { cookies: headers.getSetCookie() };
  }
}
