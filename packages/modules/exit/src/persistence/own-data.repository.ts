import type { SystemTx } from '@tenon/db';
import { EXPORTED_TABLES } from '@tenon/domain/exit';
import type { TenantRole } from '@tenon/domain/identity';
import type { LifeState, Suspension } from '@tenon/domain/life';
import type { DataRow } from '@tenon/identity';

/** Tables that hold rows of one person, and what makes a row theirs. The columns are those that a company takes along. */
const OF_A_PERSON: Readonly<Record<string, string>> = {
  tenant_member: 'user_id = $1',
  api_key: 'user_id = $1',
  invitation: 'invited_by = $1 OR accepted_by = $1',
  saved_view: 'user_id = $1',
  notice: 'EXISTS (SELECT 1 FROM notice_receipt r WHERE r.tenant_id = t.tenant_id AND r.notice_id = t.id AND r.user_id = $1)',
  notice_receipt: 'user_id = $1',
  notice_preference: 'user_id = $1',
  notice_delivery: 'user_id = $1',
  announcement_put_away: 'user_id = $1',
  annotation: 'author_id = $1::uuid',
  device_command: 'author_id = $1::uuid',
  company_export: 'requested_by = $1',
  card_attempt: 'started_by = $1',
};

/** Rows of one table, under the name by which a company takes them along. */
export interface OwnRows {
  readonly name: string;
  readonly rows: readonly DataRow[];
}

/** A person's rows of all their companies, table by table. */
export async function readOwnRows(tx: SystemTx, userId: string): Promise<OwnRows[]> {
  const found: OwnRows[] = [];
  for (const { table, columns, orderBy, path } of EXPORTED_TABLES) {
    const whose = OF_A_PERSON[table];
    if (whose === undefined) continue;
    // Names are the catalogue's own, never anybody's input.
    const rows = await tx.sql<DataRow>(`SELECT tenant_id AS company_id, ${columns.map((column) => `"${column}"`).join(', ')} FROM "${table}" t WHERE ${whose} ORDER BY tenant_id, ${orderBy}`, [userId]);
    found.push({ name: path.replace(/\.json$/, ''), rows });
  }
  return found;
}

/** A company that somebody belongs to, and what decides how much of its trail they may see. */
export interface OwnPlace {
  readonly id: string;
  readonly name: string;
  readonly role: TenantRole | 'custom';
  readonly ownPermissions: readonly string[] | null;
  readonly state: LifeState;
  readonly because: Suspension | null;
}

export function listOwnPlaces(tx: SystemTx, userId: string): Promise<OwnPlace[]> {
  return tx.sql<OwnPlace>(
    `SELECT t.id, t.name, m.role, r.permissions AS "ownPermissions", t.state, t.suspended_because AS because FROM tenant_member m JOIN tenant t ON t.id = m.tenant_id
     LEFT JOIN tenant_role r ON r.tenant_id = m.tenant_id AND r.id = m.custom_role_id WHERE m.user_id = $1 ORDER BY t.name, t.id`,
    [userId],
  );
}

/** What somebody did in a company, newest first, one more than that. Without its details where they may not read the trail. */
export function listOwnEntries(tx: SystemTx, tenantId: string, userId: string, { limit, isWhole }: { readonly limit: number; readonly isWhole: boolean }): Promise<DataRow[]> {
  const shown = `seq::text AS seq, at, action, address, user_agent AS "userAgent"${isWhole ? ', subject_id AS "subjectId", details' : ''}`;
  return tx.sql<DataRow>(`SELECT ${shown} FROM audit_entry WHERE tenant_id = $1 AND actor_kind = 'user' AND actor_id = $2 ORDER BY at DESC, seq DESC LIMIT $3`, [tenantId, userId, limit + 1]);
}

/** What was mailed to an address; of what was sent, the text is not kept, and of what was not, a link in it opens the account. */
export function listMailsTo(tx: SystemTx, email: string): Promise<DataRow[]> {
  return tx.sql<DataRow>('SELECT subject, written_at AS "writtenAt", sent_at AS "sentAt" FROM mail_message WHERE recipient = $1 ORDER BY written_at', [email]);
}
