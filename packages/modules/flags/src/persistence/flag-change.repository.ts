import type { SystemTx } from '@tenon/db';
import type { FlagKey } from '@tenon/domain/flags';

/** One line of the office's own record: of one company, or of the share. Null: what was set is taken away. */
export interface FlagChangeRow {
  readonly companyId: string | null;
  /** Null for the share, and once the company was erased. */
  readonly companyName: string | null;
  readonly isOn: boolean | null;
  readonly percent: number | null;
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAt: Date;
}

export type NewFlagChange = Omit<FlagChangeRow, 'companyName' | 'changedAt'>;

export async function insertFlagChange(tx: SystemTx, key: FlagKey, { companyId, isOn, percent, reason, changedBy }: NewFlagChange): Promise<void> {
  await tx.execute('INSERT INTO feature_flag_change (id, key, company_id, is_on, percent, reason, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [tx.newId(), key, companyId, isOn, percent, reason, changedBy, tx.now]);
}

/** The newest, at most 50. */
export function listFlagChanges(tx: SystemTx, key: FlagKey): Promise<FlagChangeRow[]> {
  return tx.sql(
    `SELECT c.company_id AS "companyId", t.name AS "companyName", c.is_on AS "isOn", c.percent, c.reason, c.changed_by AS "changedBy", c.changed_at AS "changedAt"
     FROM feature_flag_change c LEFT JOIN tenant t ON t.id = c.company_id WHERE c.key = $1 ORDER BY c.changed_at DESC, c.id LIMIT 50`,
    [key],
  );
}
