import type { TenantTx, Transaction } from '@tenon/db';
import type { BillingMove } from '@tenon/domain/billing';
import { CONSEQUENCES, type LifeState } from '@tenon/domain/life';

interface MoveRow {
  readonly moveNo: number;
  readonly fromState: LifeState | null;
  readonly toState: LifeState;
  readonly day: number;
  readonly atMs: number;
}

/** All moves of a company, as bills see them. */
export async function listBillingMoves(tx: Transaction, tenantId: string): Promise<BillingMove[]> {
  const rows = await tx.sql<MoveRow>(
    `SELECT move_no AS "moveNo", from_state AS "fromState", to_state AS "toState", on_day - DATE '1970-01-01' AS day, date_part('epoch', moved_at) * 1000 AS "atMs"
     FROM company_move WHERE tenant_id = $1 ORDER BY move_no`,
    [tenantId],
  );
  return rows.map(({ fromState, toState, ...move }) => ({
    ...move,
    billed: fromState !== null && CONSEQUENCES[fromState].bills,
    bills: CONSEQUENCES[toState].bills,
    isClosing: toState === 'closed' && fromState !== 'closed',
  }));
}

/** Up to which move a company's pauses are billed. */
export async function readBilledMove(tx: TenantTx): Promise<number> {
  const [row] = await tx.sql<{ billed: number }>('SELECT billed_move AS billed FROM company_standing WHERE tenant_id = $1', [tx.tenantId]);
  return row?.billed ?? 0;
}

/** Notes up to which move they are; never back. */
export async function putBilledMove(tx: TenantTx, moveNo: number): Promise<void> {
  await tx.execute('UPDATE company_standing SET billed_move = GREATEST(billed_move, $2) WHERE tenant_id = $1', [tx.tenantId, moveNo]);
}
