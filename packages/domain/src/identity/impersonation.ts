import { invalid, MINUTE_MS } from '@tenon/kernel';
import { keyPermissions } from './api-keys.js';

/** For how long somebody of the office may look at a company as its people see it, in minutes. */
export const IMPERSONATION_MINUTES: readonly number[] = [15, 30, 60];
const LEAST_LETTERS = 10;
const MOST_LETTERS = 500;

/** How a look at a company came to its end: by whoever looked, by its time, as they signed out, lost the role, or began another. */
export type ImpersonationEnd = 'staff' | 'time' | 'sign-out' | 'role' | 'another';

/** What for, and for how long. */
export interface WantedImpersonation {
  readonly reason: string;
  /** One of {@link IMPERSONATION_MINUTES}. */
  readonly minutes: number;
}

/**
 * What for, which the company reads, and how long, in milliseconds.
 * @throws AppError (invalid) IMPERSONATION.REASON_REQUIRED unless it has 10 to 500 letters, IMPERSONATION.LENGTH
 */
export function readImpersonation({ reason: said, minutes }: WantedImpersonation): { readonly reason: string; readonly lastsMs: number } {
  const reason = said.trim();
  if (reason.length < LEAST_LETTERS || reason.length > MOST_LETTERS) throw invalid('IMPERSONATION.REASON_REQUIRED', `Say what for, in ${LEAST_LETTERS} to ${MOST_LETTERS} letters.`, { least: LEAST_LETTERS, most: MOST_LETTERS });
  if (!IMPERSONATION_MINUTES.includes(minutes)) throw invalid('IMPERSONATION.LENGTH', 'It lasts 15, 30 or 60 minutes.', { minutes: IMPERSONATION_MINUTES.join(', ') });
  return { reason, lastsMs: minutes * MINUTE_MS };
}

/**
 * What somebody of the office holds in a company that they look at: all that reads, and where they may write, what a program
 * could be given. People, roles, keys, bills and how one signs in are never theirs.
 * @param all the tenant permission vocabulary
 */
export function impersonationPermissions(mayWrite: boolean, all: readonly string[]): readonly string[] {
  const forPrograms = mayWrite ? keyPermissions(all) : [];
  return all.filter((permission) => permission.endsWith(':read') || forPrograms.includes(permission));
}
