import { Inject, Injectable } from '@nestjs/common';
import { AddressProof } from './address-proof.js';
import { readCompanyName, readEmail, readNewPassword, readPersonName } from './credentials.js';
import type { Auth } from './auth.js';
import { originOf, type CallerAddress, type SignInOutcome } from './caller-address.js';
import { translated } from './auth-errors.js';
import { MeetDevice } from './meet-device.js';
import { SignInThrottle } from './throttle.js';
import { AUTH } from './tokens.js';
import { EnsureCompany } from '../application/ensure-company.js';

/** Signing up and out, and new passwords. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly ensureCompany: EnsureCompany,
    private readonly throttle: SignInThrottle,
    private readonly devices: MeetDevice,
    private readonly proof: AddressProof,
  ) {}

  /**
   * Creates a person and their company and signs them in. The company's name is kept with the person until the company
   * exists, so a crash in between is made good at the next request. A mail asks them to verify their address.
   * @param isAddressSure whether it is known to be theirs already; then no mail is written
   */
  async signUp(input: { companyName: unknown; email: unknown; password: unknown; name: unknown }, caller: CallerAddress, { isAddressSure = false } = {}): Promise<SignInOutcome> {
    const pendingCompanyName = readCompanyName(input.companyName);
    const email = readEmail(input.email);
    const password = readNewPassword(input.password, email);
    const name = readPersonName(input.name, email);
    await this.throttle.signUp(caller.address);
    const { headers, response } = await translated(() =>
      this.auth.api.signUpEmail({ body: { email, password, name, pendingCompanyName }, headers: caller.headers, returnHeaders: true }),
    );
    await this.ensureCompany.execute({ id: response.user.id, email, name, pendingCompanyName, origin: originOf(caller) });
    const person = { userId: response.user.id, email };
    await (isAddressSure ? this.proof.confirm(person) : this.proof.ask(person));
    return { cookies: [...headers.getSetCookie(), await this.devices.introduce(person.userId, caller)] };
  }

  /** Ends the session; without one, nothing happens. */
  async signOut(caller: CallerAddress): Promise<SignInOutcome> {
    const { headers } = await translated(() => this.auth.api.signOut({ headers: caller.headers, returnHeaders: true }));
    return { cookies: headers.getSetCookie() };
  }

  /** Sends a link if the e-mail is known; the answer is the same if it is not. */
  async requestPasswordReset(input: { email: unknown }, caller: CallerAddress): Promise<void> {
    const email = readEmail(input.email);
    await this.throttle.reset(email, caller.address);
    await translated(() => this.auth.api.requestPasswordReset({ body: { email } }));
  }

  /**
   * Sets a new password by the link's token and ends every other session. Whoever has the link has read a mail to the address, so that is
   * verified too. A crash in between leaves the address to be verified by another mail.
   * @throws AppError (invalid) AUTH.WEAK_PASSWORD, AUTH.RESET_TOKEN_INVALID; (limited) AUTH.TOO_MANY_ATTEMPTS
   */
  async resetPassword(input: { token: unknown; password: unknown }, caller: CallerAddress): Promise<void> {
    const newPassword = readNewPassword(input.password, '');
    await this.throttle.link(caller.address);
    const token = typeof input.token === 'string' ? input.token : '';
    const person = await this.mailedTo(token);
    await translated(() => this.auth.api.resetPassword({ body: { newPassword, token } }));
    if (person) await this.proof.confirm({ ...person, origin: originOf(caller) });
  }

  /** To whom a link to a new password was mailed. Using it takes it away, so it is asked before. */
  private async mailedTo(token: string): Promise<{ userId: string; email: string } | null> {
    const { internalAdapter } = await this.auth.$context;
    const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    const user = link && (await internalAdapter.findUserById(link.value));
    return user ? { userId: user.id, email: user.email } : null;
  }
}
