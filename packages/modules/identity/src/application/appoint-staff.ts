import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { Origin, StaffRole } from '@tenon/domain/identity';
import { AddressProof } from '../sign-in/address-proof.js';
import type { Auth } from '../sign-in/auth.js';
import { AUTH } from '../sign-in/tokens.js';
import { readEmail } from '../sign-in/credentials.js';
import { readNewPassword } from '../sign-in/new-password.js';
import { isStaff, putStaff } from '../persistence/membership.repository.js';
import { demandAccount } from '../persistence/person-lock.js';
import { ShedAccess } from './shed-access.js';

const BY_COMMAND: Origin = { via: 'command', viaId: 'appoint-staff' };

/** Whom to appoint, and as what. */
export interface Appointment {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: StaffRole;
}

/**
 * Makes somebody staff of the platform, creating the person if the e-mail is new. Run from a command on the server, never
 * from the net, so the e-mail counts as verified. Whoever signed up with it first need not be who is meant: a
 * person who is not staff yet gets the given password, and loses every session, every link to a new one, any second factor and every API key. Repeating it
 * for somebody of the staff changes the role and leaves the password.
 */
@Injectable()
export class AppointStaff {
  constructor(
    private readonly db: SystemDb,
    @Inject(AUTH) private readonly auth: Auth,
    private readonly proof: AddressProof,
    private readonly shed: ShedAccess,
  ) {}

  /** Whether the given password was set. @throws AppError (invalid) AUTH.EMAIL_MALFORMED, AUTH.WEAK_PASSWORD */
  async execute(appointment: Appointment): Promise<{ isPasswordSet: boolean }> {
    const email = readEmail(appointment.email);
    const context = await this.auth.$context;
    const known = await context.internalAdapter.findUserByEmail(email);
    const isKnownStaff = known !== null && (await this.db.run('staff: look up', (tx) => isStaff(tx, known.user.id)));
    const id = isKnownStaff ? known.user.id : await this.withPassword(known?.user.id ?? null, { ...appointment, email });
    await this.db.run('staff: appoint', async (tx) => {
      // Who deletes their account just now is appointed before it, and may not go, or is gone.
      await demandAccount(tx, id);
      await putStaff(tx, id, appointment.role);
    });
    await this.proof.confirm({ userId: id, email, origin: BY_COMMAND });
    return { isPasswordSet: !isKnownStaff };
  }

  /** The person with the given password and no session; only then they become staff. */
  private async withPassword(knownId: string | null, { email, name, password }: Appointment): Promise<string> {
    const accepted = await readNewPassword(password, { email, companyNames: [] });
    const context = await this.auth.$context;
    const id = knownId ?? (await this.auth.api.signUpEmail({ body: { email, name, password: accepted } })).user.id;
    if (knownId) await context.internalAdapter.updatePassword(id, await context.password.hash(accepted));
    await context.adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: id }] });
    await context.internalAdapter.deleteUserSessions(id);
    await this.shed.execute({ userId: id, email, origin: BY_COMMAND }, 'appointed');
    return id;
  }
}
