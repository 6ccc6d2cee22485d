import { describe, expect, it } from '@jest/globals';
import { ssoStep, type SsoAccount, type SsoWord } from './sso-step.js';

const word: SsoWord = { admits: true, isEmailVerified: true };
const stranger: SsoAccount = { isMember: false, isEmailVerified: true, link: null, isMadeHere: false, isSignedIn: false };
const said = (account: Partial<SsoAccount> | null, change: Partial<SsoWord> = {}): string => {
  try {
    return ssoStep(account && { ...stranger, ...account }, { ...word, ...change });
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('whoever a company’s provider has signed in', () => {
  it.each([
    ['who has no account is made one', null, {}, 'create'],
    ['who has none, where nobody is let in so, is nobody', null, { admits: false }, 'AUTH.SSO_NOT_MEMBER'],
    ['whose address is not verified gets none', null, { isEmailVerified: false }, 'AUTH.SSO_UNVERIFIED'],
    ['of whose address nothing is said gets none', null, { isEmailVerified: undefined }, 'AUTH.SSO_UNVERIFIED'],
    ['who is of the company enters', { isMember: true }, { admits: false, isEmailVerified: undefined }, 'enter'],
    ['who is of the company and linked enters', { isMember: true, link: 'this' as const }, {}, 'enter'],
    ['whose account was another’s at the provider does not', { isMember: true, link: 'other' as const }, {}, 'AUTH.SSO_OTHER_ACCOUNT'],
    ['but does once they have signed in to it', { isMember: true, link: 'other' as const, isSignedIn: true }, {}, 'enter'],
    ['whose provider is a new one enters', { isMember: true, link: 'former' as const }, {}, 'enter'],
    ['whose address here was never shown to be theirs does not', { isMember: true, isEmailVerified: false }, {}, 'AUTH.SSO_NOT_MEMBER'],
    ['whose account exists does not take it over', {}, {}, 'AUTH.SSO_ACCOUNT_EXISTS'],
    ['is let in once signed in to it', { isSignedIn: true }, {}, 'admit'],
    ['is not while its address is not verified here', { isSignedIn: true, isEmailVerified: false }, {}, 'AUTH.SSO_ACCOUNT_EXISTS'],
    ['nor while it is not at the provider', { isSignedIn: true }, { isEmailVerified: undefined }, 'AUTH.SSO_UNVERIFIED'],
    ['nor where nobody is let in so', { isSignedIn: true }, { admits: false }, 'AUTH.SSO_NOT_MEMBER'],
    ['goes on where making the account was interrupted', { isMadeHere: true }, {}, 'admit'],
    ['who was let go stays out', { isMadeHere: true, link: 'this' as const }, {}, 'AUTH.SSO_NOT_MEMBER'],
    ['who was let go stays out under a new provider', { isMadeHere: true, link: 'former' as const }, {}, 'AUTH.SSO_NOT_MEMBER'],
  ])('%s', (_what, account, change, outcome) => {
    expect(said(account, change)).toBe(outcome);
  });
});
