import type { SystemTx } from '@tenon/db';
import type { FlagKey } from '@tenon/domain/flags';

/** What was set for one company. */
export interface OverrideRow {
  readonly key: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly isOn: boolean;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Date;
}

/** What is set for one company, by whom and why. */
export interface WantedOverride {
  readonly companyId: string;
  readonly isOn: boolean;
  readonly reason: string;
  readonly setBy: string;
}

const OVERRIDE = `SELECT o.key, o.tenant_id AS "companyId", t.name AS "companyName", o.is_on AS "isOn", o.reason, o.set_by AS "setBy", o.set_at AS "setAt"
  FROM feature_flag_override o JOIN tenant t ON t.id = o.tenant_id`;

/** One at a time sets flags, until the transaction ends: whom a change concerns is found by what was set before. */
export async function lockFlags(tx: SystemTx): Promise<void> {
  await tx.execute(`SELECT pg_advisory_xact_lock(hashtext('tenon feature flags'))`);
}

/** Shares in per cent, by key. */
export async function listShares(tx: SystemTx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ key: string; percent: number }>('SELECT key, percent FROM feature_flag_share');
  return new Map(rows.map(({ key, percent }) => [key, percent]));
}

/** What was set for companies, of every flag: only what decides. */
export function listDecisions(tx: SystemTx): Promise<Pick<OverrideRow, 'key' | 'companyId' | 'isOn'>[]> {
  return tx.sql('SELECT key, tenant_id AS "companyId", is_on AS "isOn" FROM feature_flag_override');
}

/** What was set for companies of one flag, the newest first. */
export function listOverrides(tx: SystemTx, key: FlagKey): Promise<OverrideRow[]> {
  return tx.sql(`${OVERRIDE} WHERE o.key = $1 ORDER BY o.set_at DESC, o.tenant_id`, [key]);
}

/** What was set for these companies, of every flag. */
export function listOverridesOf(tx: SystemTx, companyIds: readonly string[]): Promise<OverrideRow[]> {
  return tx.sql(`${OVERRIDE} WHERE o.tenant_id = ANY ($1::uuid[])`, [companyIds]);
}

/** Puts what holds for one company in the place of what was set before. */
export async function putOverride(tx: SystemTx, key: FlagKey, { companyId, isOn, reason, setBy }: WantedOverride): Promise<void> {
  await tx.execute(
    `INSERT INTO feature_flag_override (tenant_id, key, is_on, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (tenant_id, key) DO UPDATE SET is_on = EXCLUDED.is_on, reason = EXCLUDED.reason, set_by = EXCLUDED.set_by, set_at = EXCLUDED.set_at`,
    [companyId, key, isOn, reason, setBy, tx.now],
  );
}

/** Takes away what was set for one company. */
export async function dropOverride(tx: SystemTx, key: FlagKey, companyId: string): Promise<void> {
  await tx.execute('DELETE FROM feature_flag_override WHERE tenant_id = $1 AND key = $2', [companyId, key]);
}

/** Sets the share, or takes it away. */
export async function putShare(tx: SystemTx, key: FlagKey, percent: number | null): Promise<void> {
  if (percent === null) await tx.execute('DELETE FROM feature_flag_share WHERE key = $1', [key]);
  else await tx.execute('INSERT INTO feature_flag_share (key, percent) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET percent = EXCLUDED.percent', [key, percent]);
}

/** Ids of companies that were not erased. */
export async function listCompanyIds(tx: SystemTx): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(`SELECT id FROM tenant WHERE state <> 'erased' ORDER BY id`);
  return rows.map(({ id }) => id);
}
