import type { OutboxMailRow, OutboxMailText } from '../persistence/outbox-mail.repository.js';
import type { CompanyRow } from '../persistence/company.repository.js';

/** A company in the words of the schema. `isLookedAt`, for the resolver of its trail: this look is in the trail already. */
export function showCompany(company: CompanyRow, { isLookedAt = false } = {}) {
  const { suspendedAt, createdAt, lastSeenAt } = company;
  return {
    ...company,
    state: company.state.replaceAll('-', '_').toUpperCase(),
    planId: company.planId.toUpperCase(),
    suspendedAt: suspendedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    isLookedAt,
  };
}

/** A mail in the words of the schema. */
export function showMail({ id, recipient, subject, writtenAt, reading }: OutboxMailRow) {
  return { id, to: recipient, subject, writtenAt: writtenAt.toISOString(), reading: reading.toUpperCase() };
}

/** A mail's text in the words of the schema. */
export function showMailText({ id, body }: OutboxMailText) {
  return { id, text: body };
}
