import { isDisposable } from './disposable-domains.js';
import { areAlike } from './like-names.js';
import type { Signal } from './rules.js';

/** What is known of a company that signed up. */
export interface SignUpFacts {
  /** What it is called, here and in the register. */
  readonly names: readonly string[];
  readonly creditCode: string | null;
  /** Whether the code's check character is right, or a person compared it with the register. */
  readonly isCreditCodeSure: boolean;
  /** How many other companies gave the same code. */
  readonly sharingCode: number;
  /** Of the owner's address, in small letters; null where nobody owns the company. */
  readonly mailDomain: string | null;
  /** How many companies signed up from its owner's network address in the hour until it did, itself among them. */
  readonly signUpsFromAddress: number;
  /** What companies are called that the office suspended. */
  readonly suspendedNames: readonly string[];
}

/** From this many in an hour on, a sign-up is one of many. */
export const MANY_SIGN_UPS = 5;

/** What about a sign-up asks for a person's look, in the order of the rules. */
export function signUpSignals({ names, creditCode, isCreditCodeSure, sharingCode, mailDomain, signUpsFromAddress, suspendedNames }: SignUpFacts): Signal[] {
  const like = suspendedNames.find((suspended) => names.some((name) => areAlike(name, suspended)));
  return [
    ...(creditCode !== null && !isCreditCodeSure ? [{ rule: 'credit-code-check', subject: creditCode } as const] : []),
    ...(creditCode !== null && sharingCode > 0 ? [{ rule: 'credit-code-shared', subject: creditCode } as const] : []),
    ...(mailDomain !== null && isDisposable(mailDomain) ? [{ rule: 'disposable-mail', subject: mailDomain } as const] : []),
    ...(signUpsFromAddress >= MANY_SIGN_UPS ? [{ rule: 'many-sign-ups', subject: String(signUpsFromAddress) } as const] : []),
    ...(like === undefined ? [] : [{ rule: 'name-like-suspended', subject: like } as const]),
  ];
}
