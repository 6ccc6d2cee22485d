import { unauthenticated, type AppError } from '@tenon/kernel';

/** The account here that a provider's person is, or would be. */
export interface SsoAccount {
  readonly isMember: boolean;
  readonly isEmailVerified: boolean;
  /** Which account of the provider it stands for: this one, another of the same provider, one of a provider before; null for none. */
  readonly link: 'this' | 'other' | 'former' | null;
  /** Whether single sign-on of this very company made it. */
  readonly isMadeHere: boolean;
  /** Whether this browser is signed in to it by a means of its own: a password or a passkey. */
  readonly isSignedIn: boolean;
}

/** What a company's provider says, and what the company lets follow from it. */
export interface SsoWord {
  /** Whether people are let in without an invitation. */
  readonly admits: boolean;
  /** Whether the provider says that it has verified the address; undefined where it says nothing. */
  readonly isEmailVerified: boolean | undefined;
}

/** What happens next: signing in, becoming a person of the company first, or having an account made first. */
export type SsoStep = 'enter' | 'admit' | 'create';

const notMember = () => unauthenticated('AUTH.SSO_NOT_MEMBER', 'This address does not belong to the company.');
const unverified = () => unauthenticated('AUTH.SSO_UNVERIFIED', 'The provider does not say that it has verified this address.');

/**
 * What becomes of whoever a company's provider has signed in. An account that exists is nobody's to take over: it is the company's people's own, or was
 * made by this company's single sign-on, or its owner shows it to be theirs by being signed in to it.
 * @param account the one that stands for the provider's; else the one with the asserted address; null for neither
 * @throws AppError (unauthenticated) AUTH.SSO_NOT_MEMBER, AUTH.SSO_UNVERIFIED, AUTH.SSO_OTHER_ACCOUNT, AUTH.SSO_ACCOUNT_EXISTS
 */
export function ssoStep(account: SsoAccount | null, word: SsoWord): SsoStep {
  if (account) return stepOf(account, word);
  if (!word.admits) throw notMember();
  if (word.isEmailVerified !== true) throw unverified();
  return 'create';
}

function stepOf(account: SsoAccount, word: SsoWord): SsoStep {
  const refusal = whyNot(account, word);
  if (refusal) throw refusal;
  return account.isMember ? 'enter' : 'admit';
}

function whyNot(account: SsoAccount, word: SsoWord): AppError | null {
  if (account.link === 'other' && !account.isSignedIn) return unauthenticated('AUTH.SSO_OTHER_ACCOUNT', 'Somebody else of the provider has signed in to this account before.');
  if (account.isMember) return account.isEmailVerified ? null : notMember();
  return whyNotAdmitted(account, word);
}

function whyNotAdmitted(account: SsoAccount, word: SsoWord): AppError | null {
  // Whoever was linked and is no member any more was let go, or went: only an invitation brings them back.
  if (!word.admits || account.link !== null) return notMember();
  if (word.isEmailVerified !== true) return unverified();
  const isTheirs = account.isMadeHere || (account.isSignedIn && account.isEmailVerified);
  return isTheirs ? null : unauthenticated('AUTH.SSO_ACCOUNT_EXISTS', 'There is an account with this address already.');
}
