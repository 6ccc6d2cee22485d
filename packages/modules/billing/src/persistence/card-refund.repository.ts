import type { SystemTx } from '@tenon/db';
import type { CardRefundState } from '@tenon/domain/billing';

/** A refund to a card with whose it is, and who of the office asked for it. */
export interface CardRefundRow {
  readonly tenantId: string;
  readonly id: string;
  readonly attemptId: string;
  readonly amountMinor: number;
  readonly state: CardRefundState;
  readonly askedBy: string;
}

/** Notes that money is to go back to a card. */
export async function insertCardRefund(tx: SystemTx, { tenantId, id, attemptId, amountMinor, askedBy }: Omit<CardRefundRow, 'state'>): Promise<void> {
  await tx.execute('INSERT INTO card_refund (tenant_id, id, attempt_id, amount_minor, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6)', [tenantId, id, attemptId, amountMinor, askedBy, tx.now]);
}

/** A refund of one payment by card. Who calls holds that payment's lock. */
export async function findCardRefund(tx: SystemTx, attempt: { readonly tenantId: string; readonly id: string }, refundId: string): Promise<CardRefundRow | undefined> {
  const rows = await tx.sql<CardRefundRow>(
    'SELECT tenant_id AS "tenantId", id, attempt_id AS "attemptId", amount_minor::float8 AS "amountMinor", state, asked_by AS "askedBy" FROM card_refund WHERE tenant_id = $1 AND attempt_id = $2 AND id::text = $3',
    [attempt.tenantId, attempt.id, refundId],
  );
  return rows[0];
}

/** Of which payment by card a refund is. */
export async function attemptOfRefund(tx: SystemTx, tenantId: string, refundId: string): Promise<string | undefined> {
  return (await tx.sql<{ id: string }>('SELECT attempt_id AS id FROM card_refund WHERE tenant_id = $1 AND id = $2', [tenantId, refundId]))[0]?.id;
}

/** What is on its way back of an invoice by cards, in fen. */
export async function waitingRefunds(tx: SystemTx, tenantId: string, invoiceId: string): Promise<number> {
  const [row] = await tx.sql<{ minor: number }>(
    `SELECT COALESCE(sum(r.amount_minor), 0)::float8 AS minor FROM card_refund r JOIN card_attempt c ON c.tenant_id = r.tenant_id AND c.id = r.attempt_id
     WHERE c.tenant_id = $1 AND c.invoice_id = $2 AND r.state IN ('asked', 'sent')`,
    [tenantId, invoiceId],
  );
  return row?.minor ?? 0;
}

/** Writes down how a refund stands. */
export async function putCardRefund(tx: SystemTx, { tenantId, id }: Pick<CardRefundRow, 'tenantId' | 'id'>, state: CardRefundState, failure: string | null): Promise<void> {
  await tx.execute('UPDATE card_refund SET state = $3, failure = $4 WHERE tenant_id = $1 AND id = $2', [tenantId, id, state, failure]);
}
