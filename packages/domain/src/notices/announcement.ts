import { DAY_MS, invalid } from '@tenon/kernel';

/** How much an announcement of the platform matters, the least first. */
export const SEVERITIES = ['info', 'maintenance', 'incident'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What is announced to whom, and from when until when. */
export interface AnnouncementText {
  readonly severity: Severity;
  readonly textZh: string;
  readonly textEn: string;
  /** A page of the portal, such as `/settings/plan`; null where there is none to go to. */
  readonly link: string | null;
  readonly fromAt: Date;
  readonly toAt: Date;
  /** On which plans; none: on any. */
  readonly plans: readonly string[];
  /** Which companies; none: all. */
  readonly companyIds: readonly string[];
}

const LONGEST_TEXT = 300;
const LONGEST_MS = 90 * DAY_MS;
const MOST_COMPANIES = 200;
/** A path of the portal, and no other site's address. */
const PATH = /^\/[a-z][\w/-]*$/;

const isText = (text: string): boolean => text.length > 0 && text.length <= LONGEST_TEXT;

/**
 * An announcement that can be shown, its texts without what stands around them.
 * @throws AppError (invalid) ANNOUNCEMENT.TEXT unless both have 1 to 300 letters, ANNOUNCEMENT.SPAN for none or more than 90 days, ANNOUNCEMENT.LINK,
 *   ANNOUNCEMENT.AUDIENCE for plans and companies at once, or more than 200 companies
 */
export function readAnnouncement(said: AnnouncementText): AnnouncementText {
  const [textZh, textEn] = [said.textZh.trim(), said.textEn.trim()];
  if (!isText(textZh) || !isText(textEn)) throw invalid('ANNOUNCEMENT.TEXT', `Both texts are owed, of at most ${LONGEST_TEXT} letters.`, { most: LONGEST_TEXT });
  const lastsMs = said.toAt.getTime() - said.fromAt.getTime();
  if (!(lastsMs > 0 && lastsMs <= LONGEST_MS)) throw invalid('ANNOUNCEMENT.SPAN', 'It begins before it ends, and lasts 90 days at most.');
  if (said.link !== null && !PATH.test(said.link)) throw invalid('ANNOUNCEMENT.LINK', 'It leads to a page of the portal, such as /settings/plan.');
  if ((said.plans.length > 0 && said.companyIds.length > 0) || said.companyIds.length > MOST_COMPANIES) throw invalid('ANNOUNCEMENT.AUDIENCE', `It is for all, for plans, or for at most ${MOST_COMPANIES} companies.`);
  return { ...said, textZh, textEn };
}

/** Whether a person may put it away before it ends: what an incident asks of them, they must see. */
export const mayPutAway = (severity: Severity): boolean => severity !== 'incident';

/** Whether it comes into inboxes, too. */
export const isForInboxes = (severity: Severity): boolean => severity !== 'info';
