import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { listPlaces } from '../persistence/session.repository.js';
import type { Auth } from './auth.js';
import { translated } from './auth-errors.js';
import { AUTH, AUTH_POOL } from './tokens.js';

/** To whom a link was mailed. */
export interface Addressee {
  readonly userId: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly companyNames: readonly string[];
}

/** Links to a new password, as better-auth keeps them. */
@Injectable()
export class ResetLinks {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
  ) {}

  /** Sends one if the e-mail is known. */
  async send(email: string): Promise<void> {
    await translated(() => this.auth.api.requestPasswordReset({ body: { email } }));
  }

  /** Whose a link is that is still good. Using it takes it away, so it is asked before. */
  async addressee(token: string): Promise<Addressee | null> {
    const { internalAdapter } = await this.auth.$context;
    const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    const user = link && link.expiresAt > new Date() ? await internalAdapter.findUserById(link.value) : null;
    if (!user) return null;
    const companies = await listPlaces(this.pool, user.id, null);
    return { userId: user.id, email: user.email, isEmailVerified: user.emailVerified, companyNames: companies.map(({ name }) => name) };
  }

  /** Sets the password, and takes the link away. @throws AppError (invalid) AUTH.RESET_TOKEN_INVALID */
  async use(token: string, newPassword: string): Promise<void> {
    await translated(() => this.auth.api.resetPassword({ body: { newPassword, token } }));
  }
}
