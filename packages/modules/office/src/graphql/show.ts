import type { OutboxMailRow } from '../persistence/outbox-mail.repository.js';
import type { AuditRow, CompanyRow } from '../persistence/company.repository.js';

/** A company in the words of the schema. */
export function showCompany(company: CompanyRow) {
  const { suspendedAt, createdAt, lastSeenAt } = company;
  return {
    ...company,
    state: company.state.toUpperCase(),
    suspendedAt: suspendedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  };
}

/** A line of a trail in the words of the schema. */
export function showEntry(entry: AuditRow) {
  return { ...entry, at: entry.at.toISOString() };
}

/** A mail in the words of the schema. */
export function showMail({ id, recipient, subject, body, writtenAt }: OutboxMailRow) {
  return { id, to: recipient, subject, text: body, writtenAt: writtenAt.toISOString() };
}
