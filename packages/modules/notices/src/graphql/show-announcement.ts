import { mayPutAway, SEVERITIES, type AnnouncementText, type Severity } from '@tenon/domain/notices';
import type { WriteAnnouncementInput } from '@tenon/graphql/resolvers';
import type { AnnouncementRow, ShownAnnouncement } from '../persistence/announcement.repository.js';

const inCapitals = (severity: Severity) => severity.toUpperCase() as Uppercase<Severity>;

/** An announcement from the words of the schema. */
export function readText({ severity, textZh, textEn, link, fromAt, toAt, plans, companyIds }: WriteAnnouncementInput): AnnouncementText {
  return {
    severity: SEVERITIES.find((each) => each === severity.toLowerCase()) ?? 'info',
    textZh,
    textEn,
    link: link ?? null,
    fromAt: new Date(fromAt),
    toAt: new Date(toAt),
    plans: (plans ?? []).map((plan) => plan.toLowerCase()),
    companyIds: companyIds ?? [],
  };
}

/** What a company is shown, in the words of the schema. */
export function showStrip({ id, severity, textZh, textEn, link }: ShownAnnouncement) {
  return { id, severity: inCapitals(severity), text: { zh: textZh, en: textEn }, link, mayPutAway: mayPutAway(severity) };
}

/** What the office keeps, in the words of the schema. */
export function showAnnouncement({ plans, fromAt, toAt, publishedAt, withdrawnAt, companyIds, writtenBy, publishedBy, withdrawnBy, ...text }: AnnouncementRow) {
  return {
    ...showStrip(text),
    fromAt: fromAt.toISOString(),
    toAt: toAt.toISOString(),
    plans: plans.map((plan) => plan.toUpperCase()),
    companyIds,
    writtenBy,
    publishedBy,
    publishedAt: publishedAt?.toISOString() ?? null,
    withdrawnBy,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}
