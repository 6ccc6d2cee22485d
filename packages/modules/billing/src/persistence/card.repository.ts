import type { SystemTx, TenantTx, Transaction } from '@tenon/db';
import type { CardRefundState, CardState, DisputeState } from '@tenon/domain/billing';
import { isUuid } from '@tenon/kernel';

/** Money that is to go back to a card, as it is kept. */
export interface KeptCardRefund {
  readonly id: string;
  readonly amountMinor: number;
  readonly state: CardRefundState;
  readonly failure: string | null;
}

/** A payment by card as it is kept. */
export interface KeptCard {
  readonly tenantId: string;
  readonly id: string;
  readonly invoiceId: string;
  readonly attemptNo: number;
  readonly amountMinor: number;
  readonly state: CardState;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly url: string | null;
  readonly intent: string | null;
  /** Why the last try was refused, in the payment service's word. */
  readonly failure: string | null;
  readonly dispute: DisputeState | null;
  /** What went from it already, in fen, by a refund or a lost dispute. */
  readonly goneMinor: number;
  readonly refunds: readonly KeptCardRefund[];
}

const CARD = `SELECT c.tenant_id AS "tenantId", c.id, c.invoice_id AS "invoiceId", c.attempt_no AS "attemptNo", c.amount_minor::float8 AS "amountMinor", c.state, c.started_by AS "startedBy", c.started_at AS "startedAt",
    c.url, c.intent, c.failure, c.dispute,
    (SELECT COALESCE(sum(CASE p.kind WHEN 'refund' THEN p.amount_minor ELSE -p.amount_minor END), 0) FROM payment p
      WHERE p.tenant_id = c.tenant_id AND p.card_attempt_id = c.id AND p.card_move NOT LIKE 'paid %')::float8 AS "goneMinor",
    COALESCE((SELECT json_agg(json_build_object('id', r.id, 'amountMinor', r.amount_minor, 'state', r.state, 'failure', r.failure) ORDER BY r.asked_at, r.id)
      FROM card_refund r WHERE r.tenant_id = c.tenant_id AND r.attempt_id = c.id), '[]') AS refunds
  FROM card_attempt c`;

/** An invoice's payments by card, newest first. */
export function listCards(tx: Transaction, tenantId: string, invoiceId: string): Promise<KeptCard[]> {
  return tx.sql(`${CARD} WHERE c.tenant_id = $1 AND c.invoice_id = $2 ORDER BY c.attempt_no DESC`, [tenantId, invoiceId]);
}

/** Notes that somebody goes to pay by card. Who calls holds the invoice's lock. */
export async function insertCard(tx: TenantTx, { id, invoiceId, attemptNo, amountMinor, startedBy }: Pick<KeptCard, 'id' | 'invoiceId' | 'attemptNo' | 'amountMinor' | 'startedBy'>): Promise<void> {
  await tx.execute('INSERT INTO card_attempt (tenant_id, id, invoice_id, attempt_no, amount_minor, started_by, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [tx.tenantId, id, invoiceId, attemptNo, amountMinor, startedBy, tx.now]);
}

/** Keeps the page on which it is paid. */
export async function putCheckout(tx: TenantTx, id: string, { sessionId, url }: { readonly sessionId: string; readonly url: string }): Promise<void> {
  await tx.execute('UPDATE card_attempt SET session_id = $3, url = $4 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, sessionId, url]);
}

/** A payment by card by its id or by the payment service's name of it, whose ever it is, locked with its invoice until the transaction ends. */
export async function lockCard(tx: SystemTx, by: { readonly id: string } | { readonly intent: string }): Promise<KeptCard | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['intent', by.intent];
  if (column === 'id' && !isUuid(value)) return undefined;
  // The invoice first, as everything does that moves money.
  await tx.sql(`SELECT 1 FROM invoice WHERE (tenant_id, id) IN (SELECT tenant_id, invoice_id FROM card_attempt WHERE ${column} = $1) FOR UPDATE`, [value]);
  await tx.sql(`SELECT 1 FROM card_attempt WHERE ${column} = $1 FOR UPDATE`, [value]);
  return (await tx.sql<KeptCard>(`${CARD} WHERE c.${column} = $1`, [value]))[0];
}

/** Writes down how a payment by card stands; what is not given stays. */
export async function putCard(tx: SystemTx, { tenantId, id }: Pick<KeptCard, 'tenantId' | 'id'>, { state, intent, failure, dispute }: Partial<Pick<KeptCard, 'state' | 'intent' | 'failure' | 'dispute'>>): Promise<void> {
  await tx.execute(
    `UPDATE card_attempt SET state = COALESCE($3, state), intent = COALESCE($4, intent), failure = COALESCE($5, failure), dispute = COALESCE($6, dispute) WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, state ?? null, intent ?? null, failure ?? null, dispute ?? null],
  );
}
