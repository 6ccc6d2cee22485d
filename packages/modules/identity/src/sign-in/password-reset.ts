import { Injectable } from '@nestjs/common';
import { PersonTrail } from '../application/person-trail.js';
import { ShedAccess } from '../application/shed-access.js';
import { AddressProof } from './address-proof.js';
import { originOf, type CallerAddress } from './caller-address.js';
import { readEmail } from './credentials.js';
import { readNewPassword } from './new-password.js';
import { ResetLinks } from './reset-links.js';
import { SignInThrottle } from './throttle.js';

/** New passwords, by a link that is mailed. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly links: ResetLinks,
    private readonly throttle: SignInThrottle,
    private readonly proof: AddressProof,
    private readonly shed: ShedAccess,
    private readonly trail: PersonTrail,
  ) {}

  /** Sends a link if the e-mail is known; the answer is the same if it is not. */
  async request(input: { email: unknown }, caller: CallerAddress): Promise<void> {
    const email = readEmail(input.email);
    await this.throttle.reset(email, caller.address);
    await this.links.send(email);
  }

  /**
   * Sets a new password by the link's token and ends every session. Whoever has the link has read a mail to the address, so that is
   * verified too, and the person is told that the password is new; where it was not before, somebody else may have signed up with it, so all that opens the account or acts for it
   * besides ends as well. A crash in between leaves the address to be verified by another mail.
   * @throws AppError (invalid) AUTH.WEAK_PASSWORD, AUTH.RESET_TOKEN_INVALID; (limited) AUTH.TOO_MANY_ATTEMPTS
   */
  async complete(input: { token: unknown; password: unknown }, caller: CallerAddress): Promise<void> {
    await this.throttle.link(caller.address);
    const token = typeof input.token === 'string' ? input.token : '';
    const addressee = await this.links.addressee(token);
    const newPassword = await readNewPassword(input.password, addressee ?? { email: '', companyNames: [] });
    const act = addressee && { userId: addressee.userId, email: addressee.email, origin: originOf(caller) };
    // Before the password, or a crash between the two would leave the stranger's keys behind a link that is used up.
    if (act && !addressee.isEmailVerified) await this.shed.execute(act, 'password-reset');
    await this.links.use(token, newPassword);
    if (!act) return;
    await this.proof.confirm(act);
    await this.trail.note({ ...act, isEmailVerified: true }, 'member.password-set');
  }
}
