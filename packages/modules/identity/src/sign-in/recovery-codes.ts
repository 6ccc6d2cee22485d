import { createHash, randomInt } from 'node:crypto';

/** Crockford's base 32 without letters that are taken for digits; in lower case, as it is typed. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 6;
const GROUP_LENGTH = 4;
const CODES = 10;
/** Of 80 bits, as they were made before, and of 120. */
const FORM = /^(?:[0-9a-z]{16}|[0-9a-z]{24})$/;

const group = (): string => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Ten new codes of 120 random bits, such as `7k3m-…`; so many that a plain digest is enough to keep them by. @see OWASP ASVS 4.0.3, 2.6.2: 112 bits at least */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, group).join('-'));
}

/** A code without what people put between its letters, if it may be one. */
export function readRecoveryCode(text: string): string | null {
  const code = text.toLowerCase().replace(/[\s-]/g, '');
  return FORM.test(code) ? code : null;
}

/** What is kept of a code. @param code without dashes */
export function recoveryDigest(code: string): Buffer {
  return createHash('sha256').update(`tenon/recovery-code/${code}`).digest();
}

/** What is kept of new codes. */
export function recoveryDigests(codes: readonly string[]): Buffer[] {
  return codes.map((code) => recoveryDigest(readRecoveryCode(code) ?? code));
}
