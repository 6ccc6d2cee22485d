import type { SystemTx, TenantTx } from '@tenon/db';
import type { AnnouncementText, Severity } from '@tenon/domain/notices';
import { isUuid, notFound } from '@tenon/kernel';

/** An announcement as the office keeps it. */
export interface AnnouncementRow extends AnnouncementText {
  readonly id: string;
  readonly writtenBy: string;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
}

/** The same as a company sees it. */
export interface ShownAnnouncement {
  readonly id: string;
  readonly severity: Severity;
  readonly textZh: string;
  readonly textEn: string;
  readonly link: string | null;
}

const TEXT = `id, severity, text_zh AS "textZh", text_en AS "textEn", link`;
const ROW = `${TEXT}, from_at AS "fromAt", to_at AS "toAt", plans, company_ids AS "companyIds", written_by AS "writtenBy",
  published_by AS "publishedBy", published_at AS "publishedAt", withdrawn_by AS "withdrawnBy", withdrawn_at AS "withdrawnAt"`;

export async function insertAnnouncement(tx: SystemTx, { severity, textZh, textEn, link, fromAt, toAt, plans, companyIds }: AnnouncementText, writtenBy: string): Promise<AnnouncementRow> {
  const id = tx.newId();
  const values = [id, severity, textZh, textEn, link, fromAt, toAt, plans, companyIds, writtenBy];
  await tx.execute(`INSERT INTO announcement (id, severity, text_zh, text_en, link, from_at, to_at, plans, company_ids, written_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, values);
  return lockAnnouncement(tx, id);
}

/** The newest, at most 50. */
export function listAnnouncements(tx: SystemTx): Promise<AnnouncementRow[]> {
  return tx.sql(`SELECT ${ROW} FROM announcement ORDER BY written_at DESC, id LIMIT 50`);
}

/** One, locked until the transaction ends. @throws AppError (not-found) ANNOUNCEMENT.NOT_FOUND */
export async function lockAnnouncement(tx: SystemTx, id: string): Promise<AnnouncementRow> {
  const [row] = isUuid(id) ? await tx.sql<AnnouncementRow>(`SELECT ${ROW} FROM announcement WHERE id = $1 FOR UPDATE`, [id]) : [];
  if (!row) throw notFound('ANNOUNCEMENT.NOT_FOUND', 'There is no such announcement.');
  return row;
}

/** Notes that it was published, or withdrawn, by whom. */
export async function markAnnouncement(tx: SystemTx, id: string, what: 'published' | 'withdrawn', by: string): Promise<AnnouncementRow> {
  await tx.execute(`UPDATE announcement SET ${what}_by = $2, ${what}_at = $3 WHERE id = $1`, [id, by, tx.now]);
  return lockAnnouncement(tx, id);
}

/** Which companies it is for, of those that were not erased. */
export async function companiesConcerned(tx: SystemTx, { plans, companyIds }: Pick<AnnouncementText, 'plans' | 'companyIds'>): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `SELECT t.id FROM tenant t WHERE t.state <> 'erased' AND (cardinality($1::uuid[]) = 0 OR t.id = ANY ($1::uuid[])) AND (cardinality($2::text[]) = 0 OR COALESCE((
       SELECT c.plan FROM plan_choice c WHERE c.tenant_id = t.id AND c.withdrawn_at IS NULL AND c.from_day <= (now() AT TIME ZONE t.time_zone)::date
       ORDER BY c.from_day DESC, c.chosen_at DESC LIMIT 1), 'trial') = ANY ($2::text[])) ORDER BY t.id`,
    [companyIds, plans],
  );
  return rows.map(({ id }) => id);
}

/** What a company is shown now, of what this person has not put away; the gravest first, at most 5. Which it may see is the policy's to say. */
export function shownAnnouncements(tx: TenantTx, userId: string | null): Promise<ShownAnnouncement[]> {
  return tx.sql(
    `SELECT ${TEXT} FROM announcement a WHERE a.from_at <= now() AND a.to_at > now()
       AND NOT EXISTS (SELECT 1 FROM announcement_put_away p WHERE p.tenant_id = $1 AND p.user_id = $2 AND p.announcement_id = a.id)
     ORDER BY array_position('{incident,maintenance,info}'::text[], a.severity), a.from_at DESC LIMIT 5`,
    [tx.tenantId, userId],
  );
}

/** Notes that somebody put one away. Repeating it changes nothing. */
export async function putAnnouncementAway(tx: TenantTx, userId: string, id: string): Promise<void> {
  await tx.execute('INSERT INTO announcement_put_away (tenant_id, user_id, announcement_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [tx.tenantId, userId, id]);
}
