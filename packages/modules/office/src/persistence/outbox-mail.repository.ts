import type { SystemTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A mail that is kept: no server took it, or none has yet. */
export interface OutboxMailRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly writtenAt: Date;
  /** Whether its text may be read here: yes; not while it waits to be sent; never. */
  readonly reading: 'open' | 'waiting' | 'withheld';
}

/** The same with its text, and the company it is to. */
export interface OutboxMailText extends OutboxMailRow {
  readonly body: string;
  readonly tenantId: string | null;
}

// A reading is written in the trail of the company a mail is from or to, so mail of nobody's company is not shown; and whoever could
// read the mail of the office's own people could take their place.
const MAIL = `SELECT m.id, m.recipient, m.subject, m.written_at AS "writtenAt", COALESCE(m.on_behalf_of, r.tenant_id) AS "tenantId",
    CASE WHEN COALESCE(m.on_behalf_of, r.tenant_id) IS NULL OR r.is_staff THEN 'withheld' WHEN m.sent_at IS NULL THEN 'waiting' ELSE 'open' END AS reading`;
const FROM = `FROM mail_message m
  LEFT JOIN LATERAL (
    SELECT t.tenant_id, EXISTS (SELECT 1 FROM platform_staff s WHERE s.user_id = t.user_id) AS is_staff
    FROM tenant_member t WHERE t.email = m.recipient ORDER BY is_staff DESC, t.joined_at LIMIT 1
  ) r ON true
  WHERE m.body <> ''`;

/** Mail whose text is still kept, newest first, one more than the page holds. */
export function listKeptMails(tx: SystemTx, page: PageRequest): Promise<OutboxMailRow[]> {
  const [at, id] = page.after ?? [null, null];
  return tx.sql<OutboxMailRow>(
    `${MAIL} ${FROM} AND ($1::timestamptz IS NULL OR (m.written_at, m.id) < ($1::timestamptz, $2::uuid)) ORDER BY m.written_at DESC, m.id DESC LIMIT $3`,
    [at, id, page.limit + 1],
  );
}

/** One kept mail with its text. @throws AppError (not-found) MAIL.NOT_FOUND */
export async function getKeptMail(tx: SystemTx, id: string): Promise<OutboxMailText> {
  const rows = isUuid(id) ? await tx.sql<OutboxMailText>(`${MAIL}, m.body ${FROM} AND m.id = $1`, [id]) : [];
  if (!rows[0]) throw notFound('MAIL.NOT_FOUND', 'There is no such mail.');
  return rows[0];
}
