import type { SystemTx, Transaction } from '@tenon/db';
import type { Meter, NoticeShare } from '@tenon/domain/billing';

/** A notice by what there is only one of: a share of a meter in a month (`YYYY-MM-DD`, its first day). */
export interface NoticeKey {
  readonly meter: Meter;
  readonly month: string;
  readonly share: NoticeShare;
}

/** What a notice tells, and to whom. */
export interface QuotaNotice extends NoticeKey {
  readonly used: number;
  readonly quota: number;
  readonly companyName: string;
  readonly ownerEmails: readonly string[];
}

/** Notes that the company is told; whether it was not before. */
export async function insertNotice(tx: Transaction, tenantId: string, { meter, month, share }: NoticeKey, { used, quota }: { used: number; quota: number }): Promise<boolean> {
  return (await tx.execute('INSERT INTO quota_notice (tenant_id, meter, month, share, used, quota) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [tenantId, meter, month, share, used, quota])) > 0;
}

/** A notice that is to be mailed, noted as mailed with this transaction; nothing where it was before. */
export async function takeNoticeToMail(tx: SystemTx, tenantId: string, { meter, month, share }: NoticeKey): Promise<QuotaNotice | undefined> {
  const rows = await tx.sql<QuotaNotice>(
    `UPDATE quota_notice n SET mailed_at = $5 FROM tenant t
     WHERE t.id = n.tenant_id AND n.tenant_id = $1 AND n.meter = $2 AND n.month = $3 AND n.share = $4 AND n.mailed_at IS NULL
     RETURNING n.meter, to_char(n.month, 'YYYY-MM-DD') AS month, n.share, n.used::float8 AS used, n.quota::float8 AS quota, t.name AS "companyName",
       ARRAY(SELECT m.email FROM tenant_member m WHERE m.tenant_id = n.tenant_id AND m.role = 'owner' ORDER BY m.joined_at) AS "ownerEmails"`,
    [tenantId, meter, month, share, tx.now],
  );
  return rows[0];
}
