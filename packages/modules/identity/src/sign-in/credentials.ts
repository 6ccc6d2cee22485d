import { invalid } from '@tenon/kernel';
import { z } from 'zod';

const mail = z.email().max(254);

/** An e-mail address in the form it is kept in. @throws AppError (invalid) AUTH.EMAIL_MALFORMED */
export function readEmail(text: unknown): string {
  const result = mail.safeParse(typeof text === 'string' ? text.trim().toLowerCase() : text);
  if (!result.success) throw invalid('AUTH.EMAIL_MALFORMED', 'This is not an e-mail address.');
  return result.data;
}

/** A company's name. @throws AppError (invalid) AUTH.COMPANY_NAME_REQUIRED, AUTH.COMPANY_NAME_TOO_LONG */
export function readCompanyName(text: unknown): string {
  const name = typeof text === 'string' ? text.trim() : '';
  if (name.length === 0) throw invalid('AUTH.COMPANY_NAME_REQUIRED', 'The company needs a name.');
  if (name.length > 120) throw invalid('AUTH.COMPANY_NAME_TOO_LONG', 'The name is longer than 120 characters.');
  return name;
}

/** What a person is called; where nothing is said, the part of their address before the at sign. */
export function readPersonName(text: unknown, email: string): string {
  const name = typeof text === 'string' ? text.trim().slice(0, 80) : '';
  return name || (email.split('@')[0] ?? email);
}
