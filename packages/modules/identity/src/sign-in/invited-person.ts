import { Inject, Injectable } from '@nestjs/common';
import type { PersonAct } from '../application/person-trail.js';
import { AddressProof } from './address-proof.js';
import { AUTH } from './tokens.js';
import type { Auth } from './auth.js';
import { translated } from './auth-errors.js';
import { readPersonName } from './credentials.js';
import { MeetDevice } from './meet-device.js';
import { readNewPassword } from './new-password.js';
import { PrivacyConsents } from './privacy-consents.js';
import { SignInThrottle } from './throttle.js';
import type { CallerAddress } from './caller-address.js';

/** Somebody who just signed up, and the cookies of their session. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly cookies: readonly string[];
}

/** People whose address an invitation has shown to be theirs: they hold what was mailed there. */
@Injectable()
export class InvitedPerson {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly throttle: SignInThrottle,
    private readonly devices: MeetDevice,
    private readonly proof: AddressProof,
    private readonly consents: PrivacyConsents,
  ) {}

  /** Signs somebody up with the invited address, without a company of their own. @throws AppError AUTH.WEAK_PASSWORD, AUTH.EMAIL_TAKEN, AUTH.TOO_MANY_ATTEMPTS */
  async signUp({ email, companyName }: { email: string; companyName: string }, input: { name: unknown; password: unknown; privacyVersion: unknown }, caller: CallerAddress): Promise<NewPerson> {
    const password = await readNewPassword(input.password, { email, companyNames: [companyName] });
    const name = readPersonName(input.name, email);
    await this.throttle.signUp(caller.address);
    const { headers, response } = await translated(() => this.auth.api.signUpEmail({ body: { email, password, name }, headers: caller.headers, returnHeaders: true }));
    const { id } = response.user;
    await this.consents.note(id, input.privacyVersion);
    return { id, name, cookies: [...headers.getSetCookie(), await this.devices.introduce(id, caller)] };
  }

  /** Notes that the person's address is theirs. */
  confirmAddress(person: PersonAct): Promise<void> {
    return this.proof.confirm(person);
  }
}
