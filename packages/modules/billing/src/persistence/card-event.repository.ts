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
  /** Since when somebody has dealt with it; null while it waits. */
  readonly settledAt: Date | null;
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

const DOUBTFUL = `SELECT id, type, problem, news, invoice_number AS "invoiceNumber", received_at AS "receivedAt", settled_at AS "settledAt" FROM card_event WHERE problem IS NOT NULL`;
const IS_SETTLED = `(settled_at IS NOT NULL)::int`;

/** Messages that are for a person, those that wait first, then the newest, one more than the page holds. */
export function listDoubtful(tx: SystemTx, page: PageRequest): Promise<DoubtfulCardEvent[]> {
  const [isSettled, at, id] = page.after ?? [null, null, null];
  return tx.sql(
    `${DOUBTFUL} AND ($1::bigint IS NULL OR ${IS_SETTLED} > $1::bigint OR (${IS_SETTLED} = $1::bigint AND (received_at, id) < ($2::timestamptz, $3)))
     ORDER BY ${IS_SETTLED}, received_at DESC, id DESC LIMIT $4`,
    [isSettled, at, id, page.limit + 1],
  );
}

/** How many messages wait for a person. */
export async function countOpen(tx: SystemTx): Promise<number> {
  const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM card_event WHERE problem IS NOT NULL AND settled_at IS NULL');
  return row?.count ?? 0;
}

/** One message that is for a person, locked; null where there is none. */
export async function lockDoubtful(tx: SystemTx, id: string): Promise<DoubtfulCardEvent | null> {
  return (await tx.sql<DoubtfulCardEvent>(`${DOUBTFUL} AND id = $1 FOR UPDATE`, [id]))[0] ?? null;
}

/** Notes since when a message is dealt with, or that it waits again. */
export async function putSettled(tx: SystemTx, id: string, settledAt: Date | null): Promise<void> {
  await tx.execute('UPDATE card_event SET settled_at = $2 WHERE id = $1', [id, settledAt]);
}
