import type { Browser, BrowserContext } from 'playwright-core';
import { Person } from '../clients/person.js';
import { openWindow, type Language } from '../platform/browser.js';
import { platform } from '../platform/env.js';
import { publishers } from './publishing.js';

/** Who looks at a page. */
export type Visitor = 'nobody' | 'member' | 'developer' | 'staff';

/** What stands at the place of `[id]`. */
export interface Ids {
  readonly machine: string;
  /** A device type of the developer's own company. */
  readonly type: string;
  /** An import of history whose file has not come yet. */
  readonly history: string;
  readonly campaign: string;
  readonly subscription: string;
  readonly company: string;
  readonly version: string;
  /** A subscription of the developer's own company to its own app of indicators. */
  readonly indicators: string;
  /** Of the plan that the developer's own company chose. */
  readonly invoice: string;
}

interface Route {
  readonly as: Visitor;
  readonly path: (ids: Ids) => string;
}

const at = (as: Visitor, path: string): Route => ({ as, path: () => path });

/** Every page of the portal with who sees it and one address of it. A page without a line here fails the journey. */
export const VISITS: Readonly<Record<string, Route>> = {
  '/': at('nobody', '/'),
  '/pricing': at('nobody', '/pricing'),
  '/benchmarks': at('nobody', '/benchmarks'),
  '/privacy': at('nobody', '/privacy'),
  '/sign-in': at('nobody', '/sign-in'),
  '/sign-up': at('nobody', '/sign-up'),
  '/forgot-password': at('nobody', '/forgot-password'),
  '/invitation': at('nobody', '/invitation?token=x'),
  '/reset-password': at('nobody', '/reset-password?token=x'),
  '/verify-email': at('nobody', '/verify-email?token=x'),
  // Both lead to sign-in; as whoever is kept out sees them, they are in single-sign-on.e2e.ts and security.e2e.ts.
  '/company-sign-in': at('nobody', '/company-sign-in'),
  '/second-factor': at('nobody', '/second-factor'),
  '/home': at('member', '/home'),
  '/machines': at('member', '/machines'),
  '/machines/new': at('member', '/machines/new'),
  '/machines/types': at('developer', '/machines/types'),
  '/machines/types/new': at('member', '/machines/types/new'),
  '/machines/types/[id]': { as: 'developer', path: ({ type }) => `/machines/types/${type}` },
  '/machines/authorities': at('member', '/machines/authorities'),
  '/machines/packages': at('member', '/machines/packages'),
  '/machines/campaigns': at('member', '/machines/campaigns'),
  '/machines/campaigns/new': at('member', '/machines/campaigns/new'),
  '/machines/campaigns/[id]': { as: 'developer', path: ({ campaign }) => `/machines/campaigns/${campaign}` },
  '/machines/completeness': at('member', '/machines/completeness'),
  '/machines/provisioning': at('member', '/machines/provisioning'),
  '/machines/claim': at('member', '/machines/claim'),
  '/machines/tags': at('member', '/machines/tags'),
  '/claim/[code]': at('member', '/claim/00000-00000-00000-00000'),
  '/machines/import': at('member', '/machines/import'),
  '/machines/history': at('member', '/machines/history'),
  '/machines/history/[id]': { as: 'member', path: ({ history }) => `/machines/history/${history}` },
  '/machines/[id]': { as: 'member', path: ({ machine }) => `/machines/${machine}` },
  '/apps': at('member', '/apps'),
  '/apps/[id]': { as: 'member', path: ({ subscription }) => `/apps/${subscription}` },
  '/apps/[id]/setup': { as: 'member', path: ({ subscription }) => `/apps/${subscription}/setup` },
  '/store': at('member', '/store'),
  '/store/[slug]': at('member', '/store/energy-carbon'),
  '/settings': at('member', '/settings'),
  '/settings/profile': at('member', '/settings/profile'),
  '/settings/plan': at('member', '/settings/plan'),
  '/settings/invoices': at('developer', '/settings/invoices'),
  '/settings/invoices/[id]': { as: 'developer', path: ({ invoice }) => `/settings/invoices/${invoice}` },
  '/settings/standing': at('member', '/settings/standing'),
  '/settings/people': at('member', '/settings/people'),
  '/settings/people/[id]': at('member', '/settings/people/me'),
  '/settings/roles': at('member', '/settings/roles'),
  '/settings/invoices/next': at('member', '/settings/invoices/next'),
  '/settings/audit': at('member', '/settings/audit'),
  '/settings/notices': at('member', '/settings/notices'),
  '/settings/security': at('member', '/settings/security'),
  '/settings/exit': at('member', '/settings/exit'),
  '/notices': at('member', '/notices'),
  '/companies': at('member', '/companies'),
  '/developer': at('developer', '/developer'),
  '/developer/submit': at('developer', '/developer/submit'),
  '/developer/versions/[id]': { as: 'developer', path: ({ version }) => `/developer/versions/${version}` },
  '/admin': at('staff', '/admin'),
  '/admin/companies/[id]': { as: 'staff', path: ({ company }) => `/admin/companies/${company}` },
  '/admin/billing': at('staff', '/admin/billing'),
  '/admin/billing/[id]': { as: 'staff', path: ({ invoice }) => `/admin/billing/${invoice}` },
  '/admin/reviews': at('staff', '/admin/reviews'),
  '/admin/reviews/[id]': { as: 'staff', path: ({ version }) => `/admin/reviews/${version}` },
  '/admin/work': at('staff', '/admin/work'),
  '/admin/health': at('staff', '/admin/health'),
  '/admin/backups': at('staff', '/admin/backups'),
  '/admin/erasures': at('staff', '/admin/erasures'),
  '/admin/mail': at('staff', '/admin/mail'),
  '/admin/announcements': at('staff', '/admin/announcements'),
  '/admin/flags': at('staff', '/admin/flags'),
  '/admin/flags/[key]': at('staff', '/admin/flags/billing.next-invoice'),
  '/admin/sign-ups': at('staff', '/admin/sign-ups'),
  '/admin/security': at('staff', '/admin/security'),
};

/** Pages that a journey of the daily run puts under axe by itself, with that journey: the daily tour leaves them out, the nightly one none. */
export const LOOKED_AT_DAILY: Readonly<Record<string, string>> = {
  '/invitation': 'people',
  '/verify-email': 'people',
  '/company-sign-in': 'single-sign-on',
  '/second-factor': 'security',
  '/home': 'plan',
  '/machines/import': 'import-machines',
  '/companies': 'people',
  '/machines/types': 'device-types',
  '/machines/types/new': 'device-types',
  '/machines/types/[id]': 'device-types',
  '/notices': 'notices',
  '/settings/people': 'people',
  '/settings/profile': 'profile',
  '/settings/plan': 'plan',
  '/settings/invoices': 'plan',
  '/settings/invoices/[id]': 'plan',
  '/settings/invoices/next': 'plan',
  '/settings/audit': 'audit',
  '/settings/exit': 'audit',
  '/settings/notices': 'notices',
  '/settings/security': 'security',
  '/settings/standing': 'standing',
  '/developer': 'office-and-developer',
  '/developer/submit': 'office-and-developer',
  '/admin': 'office-and-developer',
  '/admin/companies/[id]': 'office-and-developer',
  '/admin/reviews': 'office-and-developer',
  '/admin/reviews/[id]': 'office-and-developer',
  '/admin/backups': 'office-and-developer',
  '/admin/announcements': 'portal/announce',
  '/admin/sign-ups': 'portal/review-sign-up',
  '/admin/flags': 'portal/set-flag',
  '/admin/flags/[key]': 'portal/set-flag',
  '/admin/billing': 'plan',
  '/admin/billing/[id]': 'plan',
};

/** What a page shows at the same address by another word in it or for another app: no page of its own, but looked at as one. */
export const FACES: readonly Route[] = [
  ...['points', 'metrics', 'control', 'connection'].map((tab): Route => ({ as: 'member', path: ({ machine }) => `/machines/${machine}?tab=${tab}` })),
  { as: 'developer', path: ({ indicators }) => `/apps/${indicators}` },
  { as: 'developer', path: ({ indicators }) => `/apps/${indicators}/setup` },
];

interface Nodes<Node> {
  readonly nodes: readonly Node[];
}

/** What a tour of all pages needs: something to look at for each visitor. */
export async function prepareTour(): Promise<{ ids: Ids; accountOf: Readonly<Record<Exclude<Visitor, 'nobody'>, { email: string; password: string }>> }> {
  const { demo } = platform();
  const member = await Person.signIn(demo.email, demo.password);
  const staff = await Person.signIn(demo.staffEmail, demo.staffPassword);
  const { developer, version, indicators, invoice, type, campaign } = await publishers(staff);
  const { devices, subscriptions } = await member.ask<{ devices: Nodes<{ id: string; kind: string }>; subscriptions: Nodes<{ id: string }> }>('{ devices { nodes { id kind } } subscriptions { nodes { id } } }');
  const { beginHistoryImport: history } = await member.ask<{ beginHistoryImport: { id: string } }>('mutation { beginHistoryImport(input: { fileName: "去年.csv", fileBytes: 1000 }) { id } }');
  const machine = devices.nodes.find(({ kind }) => kind === 'SIMULATED')!.id;
  const { companies } = await staff.ask<{ companies: Nodes<{ id: string }> }>('{ companies(search: "演示") { nodes { id } } }');
  return {
    ids: { machine, campaign, subscription: subscriptions.nodes[0]!.id, company: companies.nodes[0]!.id, version, indicators, invoice, type, history: history.id },
    accountOf: { member: { email: demo.email, password: demo.password }, developer, staff: { email: demo.staffEmail, password: demo.staffPassword } },
  };
}

/** A window in which somebody is signed in already. */
export async function windowOf(browser: Browser, language: Language, account: { email: string; password: string } | null, viewport?: { width: number; height: number }): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const opened = await openWindow(browser, language, viewport);
  if (account) await enter(opened.context, account);
  return opened;
}

async function enter(context: BrowserContext, account: { email: string; password: string }): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in', { data: account });
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`);
}
