import { machinesIn, named, type KindWords } from './kind-words.js';
import type { NoticeKind } from './kinds.js';
import { STANDING_AHEAD_EN, STANDING_EN } from './standing-words-en.js';

const role = named({ owner: 'owner', admin: 'administrator', engineer: 'engineer', operator: 'operator', viewer: 'viewer', finance: 'finance' });
const browserName = named({ other: 'an unknown browser' });
const systemName = named({ other: 'an unknown system' });
const machines = machinesIn({ joint: ', ', andMore: (more) => ` and ${more} more` });
const because = (reason = ''): string => (reason ? ` Reason: ${reason}` : '');

/** The kinds in English. */
export const EN: Readonly<Record<NoticeKind, KindWords>> = {
  'member.joined': { title: 'Somebody joined', text: ({ name = '', role: given, by }) => `${name} ${by === 'single-sign-on' ? 'signed in at your provider' : 'accepted the invitation'} and joined the company. Role: ${role(given)}.` },
  'member.role-changed': { title: 'Your role changed', text: ({ before, after }) => `Your role changed. Before: ${role(before)}; now: ${role(after)}.` },
  'member.removed': { title: 'Somebody left', text: ({ name = '', role: given }) => `${name} (${role(given)}) no longer belongs to the company and sees nothing of it.` },
  'tenant.suspended': { title: 'Company suspended', text: ({ reason }) => `The platform suspended the company. What is there can be read; machines are refused.${because(reason)}` },
  'tenant.resumed': { title: 'Company resumed', text: () => 'The company is in use again, and its machines are let in.' },
  'tenant.standing-changed': { title: 'Where the company stands has changed', text: (facts) => STANDING_EN[facts['standing'] ?? '']?.(facts) ?? '' },
  'tenant.change-ahead': { title: 'Where the company stands is about to change', text: (facts) => STANDING_AHEAD_EN[facts['standing'] ?? '']?.(facts) ?? '' },
  'tenant.credit-code-confirmed': { title: 'Credit code confirmed', text: ({ creditCode = '' }) => `The platform compared the unified social credit code ${creditCode} with the register: it is the company’s.` },
  'tenant.papers-asked': { title: 'The platform asks you for papers', text: ({ note = '' }) => `The platform looks at what your company said when it signed up, and asks you: ${note}` },
  'tenant.exported': { title: 'Export ready', text: ({ until = '' }) => `Everything the company has is in one signed file. It can be downloaded until ${until}; then it is removed.` },
  'announcement.published': { title: 'The platform announces', text: ({ en = '' }) => en },
  'impersonation.begun': {
    title: 'The platform is looking at your company',
    text: ({ reason = '', minutes = '', access }) => `Somebody of the platform sees the company as its owners do, for at most ${minutes} minutes, and ${access === 'write' ? 'may change something' : 'can change nothing'}. Reason: ${reason}`,
  },
  'impersonation.ended': {
    title: 'The platform has finished looking at your company',
    text: ({ reason = '', asked = '0', access }) => `Somebody of the platform saw the company as its owners do, and ${access === 'write' ? 'was allowed to change something' : 'could change nothing'}; requests: ${asked}. What was looked at is in the audit trail. Reason: ${reason}`,
  },
  'single-sign-on.passed-over': { title: 'An owner came in past single sign-on', text: ({ name = '', email = '', minutes = '' }) => `${name} (${email}) signed in without the company’s single sign-on, with a second factor, for at most ${minutes} minutes. If that was not agreed, end their sessions by removing them, and look at the audit trail.` },
  'app-version.listed': { title: 'App version approved', text: ({ app = '', version = '' }) => `${app} ${version} was approved and stands in the store.` },
  'app-version.rejected': { title: 'App version sent back', text: ({ app = '', version = '', reason }) => `${app} ${version} was sent back to be changed.${because(reason)}` },
  'device.fell-silent': { title: 'Machine fell silent', text: (facts) => `No data for ${facts['minutes'] ?? ''} minutes: ${machines(facts)}. If that is not a stop, look after power and network.` },
  'device.came-back': { title: 'Machine is back', text: (facts) => `Sending data again: ${machines(facts)}.` },
  'device.handed-over': { title: 'Machine handed over', text: ({ name = '', company = '' }) => `${name} was taken over by ${company}. It is retired here; its readings until now can still be read.` },
  'device.taken-over': { title: 'Machine taken over', text: ({ name = '', company = '' }) => `${name} was taken over from ${company}. Its readings begin now.` },
  'campaign.paused': {
    title: 'Campaign paused',
    text: ({ name = '', because, updated = '0', failed = '0' }) => `The campaign “${name}” paused by itself, as ${because === 'failures' ? 'too many machines failed' : 'too few machines of its stage were updated'}: ${updated} updated, ${failed} failed. See why, then resume it, abort it or roll it back.`,
  },
  'campaign.ended': {
    title: 'Campaign ended',
    text: ({ name = '', because, updated = '0', failed = '0', rolledBack = '0' }) => `The campaign “${name}” ${{ aborted: 'was aborted', 'rolled-back': 'was rolled back' }[because ?? ''] ?? 'is done'}: ${updated} updated, ${failed} failed${rolledBack === '0' ? '' : `, ${rolledBack} rolled back`}.`,
  },
  'session.new-device': {
    title: 'A new device signed in',
    text: ({ browser, system, address = '' }) => `Somebody signed in to your account with a new device: ${browserName(browser)}, ${systemName(system)}, from ${address}. If it was not you, set a new password now and sign that device out.`,
  },
  'api-key.expiring': { title: 'API key about to expire', text: ({ name = '', expiresOn = '' }) => `The API key “${name}” expires on ${expiresOn}; programs that use it are refused from then on. Give them a new one before.` },
  'robot.paused': { title: 'Chat robot paused', text: ({ name = '' }) => `The chat robot “${name}” did not take a message 5 times in a row and is paused. Check its address and secret, test it, and resume it.` },
  'invoice.issued': { title: 'New invoice', text: ({ number = '', amount = '', dueOn = '' }) => `Invoice ${number} over CNY ${amount}, tax included, is there. Please pay it by ${dueOn}.` },
  'invoice.paid': { title: 'Invoice paid', text: ({ number = '' }) => `What was owed of invoice ${number} has arrived; nothing is owed of it any more.` },
  'invoice.payment-taken-back': { title: 'Payment taken back', text: ({ number = '', amount = '', reason }) => `CNY ${amount} had been noted as paid of invoice ${number}, which was wrong; it is owed again.${because(reason)}` },
  'invoice.card-failed': { title: 'Payment by card failed', text: ({ number = '', amount = '' }) => `CNY ${amount} of invoice ${number} could not be taken from the card; nothing was charged. Please try again, or transfer it.` },
  'invoice.card-disputed': {
    title: 'Payment by card disputed',
    text: ({ number = '', amount = '', dispute = '' }) => `${{ open: `The holder of the card disputes the payment of CNY ${amount} for invoice ${number}; their bank decides.`, won: `The dispute about CNY ${amount} for invoice ${number} is over; the payment stands.` }[dispute] ?? `The dispute about invoice ${number} took CNY ${amount} back, which is owed again.`}`,
  },
  'invoice.credited': { title: 'Credit note', text: ({ number = '', amount = '', reason }) => `CNY ${amount} of invoice ${number} were taken back.${because(reason)}` },
  'invoice.overdue': { title: 'Invoice overdue', text: ({ number = '', amount = '', dueOn = '', days = '' }) => `CNY ${amount} of invoice ${number} is still owed. It was due on ${dueOn}; days since then: ${days}.` },
};
