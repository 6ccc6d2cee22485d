/** What stands in companies' audit trails: the closed list of actions, and what each is about. */
import { subjectKindOf } from './subject-kind.js';

export * from './audit-line.js';
export * from './subject-kind.js';

/**
 * Every action there is, `noun.verb-past`; a stable name, as it stands in trails for years. A new one needs its words in both
 * catalogues of the portal (`audit.actions`), by which a test asks.
 */
export const AUDIT_ACTIONS = [
  'tenant.created',
  'tenant.updated',
  'tenant.profile-updated',
  'tenant.logo-changed',
  'tenant.credit-code-confirmed',
  'tenant.sign-up-reviewed',
  'tenant.plan-changed',
  'tenant.plan-change-agreed',
  'tenant.plan-change-withdrawn',
  'tenant.cap-set',
  'tenant.quota-given',
  'invoice.issued',
  'invoice.payment-recorded',
  'invoice.payment-taken-back',
  'invoice.refund-recorded',
  'invoice.credited',
  'invoice.card-payment-begun',
  'invoice.card-payment-failed',
  'invoice.card-refund-asked',
  'invoice.card-refund-failed',
  'invoice.card-disputed',
  'invoice.card-message-settled',
  'invoice.card-message-reopened',
  'tenant.suspended',
  'tenant.resumed',
  'tenant.standing-changed',
  'tenant.closed',
  'tenant.reopened',
  'tenant.viewed',
  'announcement.published',
  'announcement.withdrawn',
  'feature-flag.set',
  'impersonation.begun',
  'impersonation.ended',
  'tenant.export-requested',
  'tenant.exported',
  'tenant.export-downloaded',
  'tenant.erasure-begun',
  'tenant.erased',
  'tenant.transferred',
  'tenant.second-factor-policy-changed',
  'member.joined',
  'member.role-changed',
  'member.removed',
  'member.left',
  'member.second-factor-turned-on',
  'member.password-changed',
  'member.second-factor-turned-off',
  'member.second-factor-reset-begun',
  'member.second-factor-reset',
  'member.second-factor-reset-stopped',
  'member.recovery-codes-renewed',
  'member.recovery-code-used',
  'member.code-reused',
  'member.password-set',
  'member.passkey-added',
  'member.passkey-removed',
  'member.session-ended',
  'member.email-verified',
  'member.notices-chosen',
  'member.view-saved',
  'member.view-changed',
  'member.view-deleted',
  'single-sign-on.set-up',
  'single-sign-on.admission-changed',
  'single-sign-on.demand-changed',
  'single-sign-on.passed-over',
  'single-sign-on.account-linked',
  'single-sign-on.removed',
  'invitation.sent',
  'invitation.resent',
  'invitation.revoked',
  'role.created',
  'role.updated',
  'role.deleted',
  'api-key.created',
  'api-key.revoked',
  'robot.added',
  'robot.updated',
  'robot.removed',
  'robot.tested',
  'robot.paused',
  'device.created',
  'device.renamed',
  'device.deleted',
  'device.note-added',
  'device.note-changed',
  'device.note-deleted',
  'device.token-rotated',
  'device.token-revoked',
  'device.type-set',
  'device-type.created',
  'device-type.updated',
  'device-type.draft-saved',
  'device-type.draft-discarded',
  'device-type.published',
  'device-type.deleted',
  'series.described',
  'subscription.started',
  'subscription.configured',
  'subscription.ended',
  'publisher.registered',
  'app-version.submitted',
  'app-version.listed',
  'app-version.rejected',
  'mail.read',
  'job.retried',
  'audit.exported',
  'audit.dropped',
  'audit.retention-changed',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an entry tells besides who and when: ids by the names of things (`deviceId`), and `before` and `after` of what changed. */
export type AuditDetails = Readonly<Record<string, unknown>>;

/**
 * The id of the thing an entry is about, by the name it has in the details: `app-version.listed` is about `appVersionId`,
 * whatever is done to the company about the company.
 */
export function subjectIdOf(action: AuditAction, details: AuditDetails, tenantId: string): string | null {
  const kind = subjectKindOf(action);
  if (kind === 'tenant') return tenantId;
  const id = details[`${kind.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
