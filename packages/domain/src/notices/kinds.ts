/** Every kind of notice, `noun.verb-past` where something was done; where it stands in audit trails too, under the same name. */
export const NOTICE_KINDS = [
  'member.joined',
  'member.role-changed',
  'member.removed',
  'tenant.suspended',
  'tenant.resumed',
  'tenant.standing-changed',
  'tenant.change-ahead',
  'tenant.credit-code-confirmed',
  'tenant.papers-asked',
  'tenant.exported',
  'announcement.published',
  'impersonation.begun',
  'impersonation.ended',
  'single-sign-on.passed-over',
  'app-version.listed',
  'app-version.rejected',
  'device.fell-silent',
  'device.came-back',
  'device.handed-over',
  'device.taken-over',
  'campaign.paused',
  'campaign.ended',
  'session.new-device',
  'api-key.expiring',
  'robot.paused',
  'invoice.issued',
  'invoice.paid',
  'invoice.credited',
  'invoice.overdue',
  'invoice.payment-taken-back',
  'invoice.card-failed',
  'invoice.card-disputed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The ways by which a person is told. */
export const NOTICE_CHANNELS = ['inbox', 'mail'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** How a kind of notice goes. */
export interface NoticeRule {
  /** `person`: the one it is about; otherwise everybody who holds this permission, but for whoever did it. */
  readonly to: 'person' | { readonly holdersOf: string };
  /** By which ways one is told until one chooses otherwise. */
  readonly standard: readonly NoticeChannel[];
  /** Ways that cannot be chosen: where another mail tells of it already. */
  readonly without: readonly NoticeChannel[];
  /** Ways that cannot be turned off: what a company must hear, whatever one of its people would rather. */
  readonly always: readonly NoticeChannel[];
  /** Whether it may be said in a group's chat: what is one person's own never is. */
  readonly isForRobots: boolean;
  /** The portal's page where one sees what it is about. */
  readonly path: string;
}

const everybodyHolding = (permission: string, path: string, more: Partial<NoticeRule> = {}): NoticeRule => ({ to: { holdersOf: permission }, standard: ['inbox'], without: [], always: [], isForRobots: true, path, ...more });
const oneself = (path: string, more: Partial<NoticeRule> = {}): NoticeRule => ({ to: 'person', standard: ['inbox', 'mail'], without: [], always: [], isForRobots: false, path, ...more });

/** How each kind goes. What keeps a company from working is told by mail, too; whatever else waits in the inbox. */
export const NOTICE_RULES: Readonly<Record<NoticeKind, NoticeRule>> = {
  'member.joined': everybodyHolding('member:invite', '/settings/people'),
  'member.role-changed': oneself('/settings/people/me'),
  'member.removed': everybodyHolding('member:remove', '/settings/people'),
  'tenant.suspended': everybodyHolding('tenant:read', '/home', { standard: ['inbox', 'mail'] }),
  'tenant.resumed': everybodyHolding('tenant:read', '/home', { standard: ['inbox', 'mail'] }),
  'tenant.standing-changed': everybodyHolding('tenant:read', '/settings/standing', { standard: ['inbox', 'mail'], isForRobots: false }),
  // Told to whoever can do something about it.
  'tenant.change-ahead': everybodyHolding('billing:manage', '/settings/standing', { standard: ['inbox', 'mail'], isForRobots: false }),
  'tenant.credit-code-confirmed': everybodyHolding('company:update', '/settings/profile'),
  // Whom the company belongs to is asked about it.
  'tenant.papers-asked': everybodyHolding('tenant:transfer', '/settings/profile', { standard: ['inbox', 'mail'], isForRobots: false }),
  // What may be taken along, and when, is for nobody else.
  'tenant.exported': everybodyHolding('tenant:export', '/settings/exit', { standard: ['inbox', 'mail'], isForRobots: false }),
  'announcement.published': everybodyHolding('tenant:read', '/home', { isForRobots: false }),
  // Whom the company belongs to is who may ask the platform what it was about. No owner can turn it off: whoever took over an owner's account would.
  'impersonation.begun': everybodyHolding('tenant:transfer', '/settings/audit', { always: ['inbox'], isForRobots: false }),
  'impersonation.ended': everybodyHolding('tenant:transfer', '/settings/audit', { always: ['inbox'], isForRobots: false }),
  'single-sign-on.passed-over': everybodyHolding('security:update', '/settings/audit', { standard: ['inbox', 'mail'], isForRobots: false }),
  'app-version.listed': everybodyHolding('app-version:submit', '/developer', { standard: ['inbox', 'mail'] }),
  'app-version.rejected': everybodyHolding('app-version:submit', '/developer', { standard: ['inbox', 'mail'] }),
  // Whoever may change a machine is whoever may see to it.
  'device.fell-silent': everybodyHolding('device:update', '/machines'),
  'device.came-back': everybodyHolding('device:update', '/machines'),
  'device.handed-over': everybodyHolding('device:update', '/machines'),
  'device.taken-over': everybodyHolding('device:update', '/machines'),
  // A campaign that stands still waits for somebody.
  'campaign.paused': everybodyHolding('campaign:manage', '/machines/campaigns', { standard: ['inbox', 'mail'] }),
  'campaign.ended': everybodyHolding('campaign:manage', '/machines/campaigns'),
  // The mail about it goes to everybody, and nobody can turn it off.
  'session.new-device': oneself('/settings/security', { standard: ['inbox'], without: ['mail'] }),
  'api-key.expiring': oneself('/settings/security'),
  'robot.paused': everybodyHolding('robot:manage', '/settings/notices', { standard: ['inbox', 'mail'], isForRobots: false }),
  // What is owed is not for a group's chat.
  'invoice.issued': everybodyHolding('billing:manage', '/settings/invoices', { standard: ['inbox', 'mail'], isForRobots: false }),
  'invoice.overdue': everybodyHolding('billing:manage', '/settings/invoices', { standard: ['inbox', 'mail'], isForRobots: false }),
  'invoice.paid': everybodyHolding('billing:manage', '/settings/invoices', { isForRobots: false }),
  'invoice.credited': everybodyHolding('billing:manage', '/settings/invoices', { standard: ['inbox', 'mail'], isForRobots: false }),
  'invoice.payment-taken-back': everybodyHolding('billing:manage', '/settings/invoices', { standard: ['inbox', 'mail'], isForRobots: false }),
  'invoice.card-failed': everybodyHolding('billing:manage', '/settings/invoices', { standard: ['inbox', 'mail'], isForRobots: false }),
  'invoice.card-disputed': everybodyHolding('billing:manage', '/settings/invoices', { standard: ['inbox', 'mail'], isForRobots: false }),
};

/** The kinds that robots may be told of. */
export const ROBOT_KINDS: readonly NoticeKind[] = NOTICE_KINDS.filter((kind) => NOTICE_RULES[kind].isForRobots);

/** Whether the text is a kind of notice: what is kept may be of another release. */
export function isNoticeKind(text: string): text is NoticeKind {
  return NOTICE_KINDS.some((kind) => kind === text);
}
