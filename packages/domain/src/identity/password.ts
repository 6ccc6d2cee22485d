/** Why a password is too easy to guess. */
export type PasswordWeakness = 'too-short' | 'too-long' | 'too-uniform' | 'contains-email' | 'sequence';

/** @see OWASP ASVS 4.0.3, 2.1.1 */
const SHORTEST = 12;
const LONGEST = 128;
const FEWEST_DISTINCT = 5;

/** Whether every character follows the one before by the same small step, as in 1234567890 or abcdefghij. */
function isSequence(password: string): boolean {
  const steps = [...password].slice(1).map((character, index) => character.charCodeAt(0) - password.charCodeAt(index));
  const common = steps.filter((step) => step === steps[0]).length;
  return Math.abs(steps[0] ?? 99) <= 1 && common >= steps.length - 1;
}

/**
 * Why this password should be refused, or null. Length does most of the work (NIST SP 800-63B §3.1.1 asks for length
 * and forbids composition rules); the rest catches what every guesser tries first.
 */
export function passwordWeakness(password: string, email: string): PasswordWeakness | null {
  if (password.length < SHORTEST) return 'too-short';
  if (password.length > LONGEST) return 'too-long';
  if (new Set(password).size < FEWEST_DISTINCT) return 'too-uniform';
  const person = email.split('@')[0]?.toLowerCase() ?? '';
  if (person.length >= 4 && password.toLowerCase().includes(person)) return 'contains-email';
  return isSequence(password) ? 'sequence' : null;
}
