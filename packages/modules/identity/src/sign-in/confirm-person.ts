import { Inject, Injectable } from '@nestjs/common';
import { forbidden, unauthenticated } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type { Auth } from './auth.js';
import { SignInThrottle } from './throttle.js';
import { AUTH } from './tokens.js';

/** How long after signing in nobody is asked again who they are. */
const FRESH_MS = 10 * 60_000;

/**
 * Asks whoever is signed in to show once more that they are who they are, before something that cannot be taken back:
 * by their password, or by having signed in just now. An unlocked screen alone hands no company over.
 */
@Injectable()
export class ConfirmPerson {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly throttle: SignInThrottle,
  ) {}

  /** @throws AppError (forbidden) AUTH.CONFIRM_REQUIRED; (unauthenticated) AUTH.WRONG_PASSWORD; (limited) AUTH.TOO_MANY_ATTEMPTS */
  async execute({ userId, email, session }: Principal, password: string | null): Promise<void> {
    if (password !== null) return this.throttle.guess(email, session.id, () => this.check(userId, password));
    if (Date.now() - session.startedAt.getTime() > FRESH_MS) throw forbidden('AUTH.CONFIRM_REQUIRED', 'Enter your password, or sign in anew.');
  }

  private async check(userId: string, password: string): Promise<void> {
    const { internalAdapter, password: hasher } = await this.auth.$context;
    const accounts = await internalAdapter.findAccounts(userId);
    const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
    if (!hash || !(await hasher.verify({ hash, password }))) throw unauthenticated('AUTH.WRONG_PASSWORD', 'This is not your password.');
  }
}
