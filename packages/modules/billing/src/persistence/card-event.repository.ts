import type { SystemTx } from '@tenon/db';
import type { CardNews, CardProblem } from '@tenon/domain/billing';
import type { PageRequest } from '@tenon/nest';

/** A message of the payment service that is for a person. */
export interface DoubtfulCardEvent {
  readonly id: string;
  readonly type: string;
  readonly problem: CardProblem;
  readonly news: CardNews;
  readonly invoiceNumber: string | null;
  readonly receivedAt: Date;
}

/** What became of a message: why it is for a person, or null, and of which invoice it tells. */
export interface CardOutcome {
  readonly problem: CardProblem | null;
  readonly invoiceNumber: string | null;
}

/** Keeps a message, and says whether it is new: one that comes twice, or twice at once, is new once. */
export async function insertCardEvent(tx: SystemTx, { id, type, news }: { readonly id: string; readonly type: string; readonly news: CardNews | null }): Promise<boolean> {
  return (await tx.sql('INSERT INTO card_event (id, type, news, received_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING RETURNING 1', [id, type, news && JSON.stringify(news), tx.now])).length > 0;
}

/** Writes down what became of it. */
export async function putOutcome(tx: SystemTx, id: string, { problem, invoiceNumber }: CardOutcome): Promise<void> {
  await tx.execute('UPDATE card_event SET problem = $2, invoice_number = $3 WHERE id = $1', [id, problem, invoiceNumber]);
}

/** What was told of money before that money was known, in the order in which it came. */
export function listEarly(tx: SystemTx, intent: string): Promise<{ readonly id: string; readonly news: CardNews }[]> {
  return tx.sql(`SELECT id, news FROM card_event WHERE problem = 'unknown' AND news->>'intent' = $1 ORDER BY received_at, id`, [intent]);
}

/** Lets messages about one thing wait for each other until the transaction ends, so that one that comes early is found by the one it waits for. */
export async function lockIntent(tx: SystemTx, intent: string): Promise<void> {
  await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.card ' || $1, 0))`, [intent]);
}

/** Messages that are for a person, newest first, one more than the page holds. */
export function listDoubtful(tx: SystemTx, page: PageRequest): Promise<DoubtfulCardEvent[]> {
  const [at, id] = page.after ?? [null, null];
  return tx.sql(
    `SELECT id, type, problem, news, invoice_number AS "invoiceNumber", received_at AS "receivedAt" FROM card_event
     WHERE problem IS NOT NULL AND ($1::timestamptz IS NULL OR (received_at, id) < ($1::timestamptz, $2)) ORDER BY received_at DESC, id DESC LIMIT $3`,
    [at, id, page.limit + 1],
  );
}
