import type { SystemTx } from '@tenon/db';

/** That somebody dealt with a message of the payment service, or opened it again. */
export interface CardEventDecision {
  readonly id: string;
  readonly eventId: string;
  readonly isSettled: boolean;
  readonly reason: string;
  /** By their e-mail. */
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

export async function insertCardEventDecision(tx: SystemTx, { eventId, isSettled, reason, decidedBy }: Omit<CardEventDecision, 'id' | 'decidedAt'>): Promise<void> {
  await tx.execute('INSERT INTO card_event_decision (id, event_id, is_settled, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6)', [tx.newId(), eventId, isSettled, reason, decidedBy, tx.now]);
}

/** What was decided about these messages, the newest first, at most 20 of each. */
export function listCardEventDecisions(tx: SystemTx, eventIds: readonly string[]): Promise<CardEventDecision[]> {
  return tx.sql(
    `SELECT d.* FROM unnest($1::text[]) AS e (id), LATERAL (
       SELECT id, event_id AS "eventId", is_settled AS "isSettled", reason, decided_by AS "decidedBy", decided_at AS "decidedAt"
       FROM card_event_decision WHERE event_id = e.id ORDER BY decided_at DESC, id DESC LIMIT 20) AS d`,
    [eventIds],
  );
}

/** Whose invoice has this number; null where there is none. */
export async function companyOfInvoice(tx: SystemTx, number: string): Promise<string | null> {
  return (await tx.sql<{ tenantId: string }>('SELECT tenant_id AS "tenantId" FROM invoice WHERE number = $1', [number]))[0]?.tenantId ?? null;
}
