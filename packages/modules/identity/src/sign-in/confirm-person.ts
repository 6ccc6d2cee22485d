import { Injectable } from '@nestjs/common';
import { forbidden } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { PersonPassword } from './person-password.js';
import { SignInThrottle } from './throttle.js';

/** How long after signing in nobody is asked again who they are. */
const FRESH_MS = 10 * 60_000;

/** Whether somebody signed in so recently that they need not show again who they are. */
export const isFresh = ({ session }: Pick<Principal, 'session'>): boolean => Date.now() - session.startedAt.getTime() <= FRESH_MS;

/**
 * Asks whoever is signed in to show once more that they are who they are, before something that cannot be taken back:
 * by their password, or by having signed in just now. An unlocked screen alone hands no company over.
 */
@Injectable()
export class ConfirmPerson {
  constructor(
    private readonly passwords: PersonPassword,
    private readonly throttle: SignInThrottle,
  ) {}

  /** @throws AppError (forbidden) AUTH.CONFIRM_REQUIRED; (unauthenticated) AUTH.WRONG_PASSWORD; (limited) AUTH.TOO_MANY_ATTEMPTS */
  async execute({ userId, email, session }: Principal, password: string | null): Promise<void> {
    if (password !== null) return this.throttle.guess(email, session.id, () => this.passwords.demand(userId, password));
    if (!isFresh({ session })) throw forbidden('AUTH.CONFIRM_REQUIRED', 'Enter your password, or sign in anew.');
  }
}
