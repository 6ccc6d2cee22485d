/** One's own inbox and views are a person's, whatever their role. */
export const INBOX = ['Query.notices', 'Query.unreadNotices', 'Query.noticeChoices', 'Mutation.markNoticeRead', 'Mutation.markAllNoticesRead', 'Mutation.chooseNotice', 'Mutation.putAnnouncementAway', 'Query.savedViews', 'Mutation.saveView', 'Mutation.updateView', 'Mutation.deleteView'];
/** Open to every role: to know what one may do and whose one is, what one is told, and to go. */
export const EVERYBODYS = [...INBOX, 'Query.roles', 'Query.companyProfile', 'Query.askedPapers', 'Mutation.leaveCompany'];
/** What only a person does, though every role may. */
export const BY_PERSONS = ['Mutation.leaveCompany', 'Query.claimableDevice', 'Mutation.claimDevice', ...INBOX];
/** Open to all: it says whether anybody is signed in. */
export const OPEN = 'Query.viewer';

const SIGNING_IN = ['invitation', 'accept-invitation', 'sign-up', 'sign-in', 'second-step', 'passkey-challenge', 'passkey', 'sso-begin', 'sso-callback', 'sign-out', 'request-password-reset', 'reset-password', 'verify-email'];
/** Signing in and what goes with it is done by those who are not signed in; the platform’s public keys are everybody’s; what the payment service tells is known by its signature. */
export const OPEN_ROUTES = [
  // To whoever is signed in, of companies that they belong to.
  'route api/company/place-logo',
  // To whoever is signed in, of themselves; in own-account.int.test.ts.
  'route api/account/data',
  ...SIGNING_IN.map((path) => `route api/auth/${path}`), 'route .well-known/tenon-keys.json', 'route api/webhooks/stripe'];
/** Subscriptions are probed over their own protocol, in live.int.test.ts. */
export const LIVE = ['Subscription.deviceChanged', 'Subscription.deviceControlChanged', 'Subscription.deviceTelemetry', 'Subscription.energyUpdated', 'Subscription.exportsChanged', 'Subscription.unreadNoticesChanged'];
