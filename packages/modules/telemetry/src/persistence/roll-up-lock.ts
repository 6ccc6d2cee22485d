import type { TenantTx } from '@tenon/db';

const LOCK = `hashtextextended('tenon.roll-up ' || $1, 0)`;

/**
 * Holds off, until this transaction ends, whoever else writes a company's aggregates or moves its points: roll-ups read blocks and rows by two
 * statements, so no point may go from one to the other between them.
 */
export async function lockRollUps(tx: TenantTx): Promise<void> {
  await tx.sql(`SELECT pg_advisory_xact_lock(${LOCK})`, [tx.tenantId]);
}

/** The same where nobody holds it; else says that somebody does. */
export async function tryLockRollUps(tx: TenantTx): Promise<boolean> {
  const rows = await tx.sql<{ isMine: boolean }>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS "isMine"`, [tx.tenantId]);
  return rows[0]?.isMine === true;
}
