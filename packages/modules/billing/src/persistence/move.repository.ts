import type { Transaction } from '@tenon/db';
import type { Cause, LifeState, Suspension } from '@tenon/domain/life';

/** One move of a company's life, as it is kept. */
export interface KeptMove {
  readonly moveNo: number;
  /** `signed-up` is its beginning; `upgraded`, where it began before moves were kept. */
  readonly cause: Cause | 'signed-up' | 'upgraded';
  readonly fromState: LifeState | null;
  readonly toState: LifeState;
  readonly toBecause: Suspension | null;
  /** The company's local day. */
  readonly onDay: number;
  readonly reason: string | null;
  readonly movedAt: Date;
}

/** A company moves a few times in its life; nobody reads further back than this. */
const MOST_MOVES = 100;

/** A company's moves, newest first. */
export function listMoves(tx: Transaction, tenantId: string): Promise<KeptMove[]> {
  return tx.sql(
    `SELECT move_no AS "moveNo", cause, from_state AS "fromState", to_state AS "toState", to_because AS "toBecause", on_day - DATE '1970-01-01' AS "onDay", reason, moved_at AS "movedAt"
     FROM company_move WHERE tenant_id = $1 ORDER BY move_no DESC LIMIT $2`,
    [tenantId, MOST_MOVES],
  );
}
