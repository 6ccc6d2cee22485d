import { Inject, Injectable } from '@nestjs/common';
import { invalid } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { deleteResetLinks } from '../persistence/reset-link.repository.js';
import { endOtherSessions, listPlaces, tellSessionEnded } from '../persistence/session.repository.js';
import { ConfirmPerson } from '../sign-in/confirm-person.js';
import { readNewPassword } from '../sign-in/new-password.js';
import { PersonPassword } from '../sign-in/person-password.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { PersonTrail } from './person-trail.js';

/**
 * Changes a person's password, for the one they have. Whoever knew that one is out: their other sessions end, links to a new password that were mailed
 * are worthless, and they are told by mail, as it may have been somebody else.
 */
@Injectable()
export class ChangePassword {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly confirm: ConfirmPerson,
    private readonly passwords: PersonPassword,
    private readonly trail: PersonTrail,
  ) {}

  /** @throws AppError as {@link ConfirmPerson}; (invalid) AUTH.WEAK_PASSWORD, AUTH.SAME_PASSWORD */
  async execute(principal: Principal, { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string }): Promise<void> {
    const { userId, email, session } = principal;
    await this.confirm.execute(principal, currentPassword);
    const companies = await listPlaces(this.pool, userId, null);
    const password = await readNewPassword(newPassword, { email, companyNames: companies.map(({ name }) => name) });
    if (password === currentPassword) throw invalid('AUTH.SAME_PASSWORD', 'This is the password that you have already.');
    await this.passwords.set(userId, password);
    await deleteResetLinks(this.pool, userId);
    await endOtherSessions(this.pool, userId, session.id);
    await tellSessionEnded(this.pool, userId);
    await this.trail.note(principal, 'member.password-changed');
  }
}
