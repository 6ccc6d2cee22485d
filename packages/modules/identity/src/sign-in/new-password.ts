import { passwordGuess, passwordWeakness } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { commonPasswords } from './common-passwords.js';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly email: string;
  /** Of the companies that they belong to, or come to. */
  readonly companyNames: readonly string[];
}

/** A password good enough to be set: neither weak by itself nor one of those that are tried first. @throws AppError (invalid) AUTH.WEAK_PASSWORD, with the reason */
export async function readNewPassword(text: unknown, owner: PasswordOwner): Promise<string> {
  if (typeof text !== 'string') throw invalid('AUTH.WEAK_PASSWORD', 'A password is needed.', { reason: 'missing' });
  const reason = passwordWeakness(text, owner.email) ?? passwordGuess(text, { ...owner, common: await commonPasswords() });
  if (reason) throw invalid('AUTH.WEAK_PASSWORD', 'This password is too easy to guess.', { reason });
  return text;
}
