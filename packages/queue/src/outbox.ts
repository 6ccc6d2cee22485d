import { OUTBOX_CHANNEL } from '@tenon/contracts/wire';
import type { SystemTx } from '@tenon/db';

/** A promised job. */
export interface OutboxRow {
  readonly id: string;
  readonly tenantId: string | null;
  readonly job: string;
  /** Whether it failed once, and may be remembered by the queue as failed. */
  readonly hasFailed: boolean;
}

const COLUMNS = `id::text, tenant_id AS "tenantId", job, error IS NOT NULL AS "hasFailed"`;

/**
 * Locks up to `limit` rows that wait to be handed over, oldest first. Of one company and job only the first that has not begun is
 * among them: so a company has one of a kind in the queue at a time, and its backlog waits behind itself and not before others.
 */
export function takePending(tx: SystemTx, limit: number): Promise<OutboxRow[]> {
  return tx.sql<OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox o WHERE state = 'pending' AND NOT EXISTS (
       SELECT 1 FROM outbox w WHERE w.tenant_id = o.tenant_id AND w.job = o.job AND w.id < o.id AND w.started_at IS NULL AND w.state IN ('pending', 'issued'))
     ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
}

/** What a worker is to do. */
export interface Begun {
  readonly payload: unknown;
  /** Whether its company has another of its kind, which may now be handed over. */
  readonly hasNext: boolean;
}

/**
 * Notes that a worker begins with a row: from now on nothing is merged into it. Beginning again gives the same payload.
 * @returns null where it was finished already, in which case a second delivery has nothing to do
 */
export async function begin(tx: SystemTx, id: string): Promise<Begun | null> {
  const rows = await tx.sql<Begun & Record<string, unknown>>(
    `UPDATE outbox o SET started_at = coalesce(started_at, now()) WHERE id = $1::bigint AND state <> 'done'
     RETURNING payload, EXISTS (SELECT 1 FROM outbox n WHERE n.tenant_id = o.tenant_id AND n.job = o.job AND n.id <> o.id AND n.started_at IS NULL AND n.state = 'pending') AS "hasNext"`,
    [id],
  );
  return rows[0] ?? null;
}

/** Notes that these rows were handed over. */
export async function markIssued(tx: SystemTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(`UPDATE outbox SET state = 'issued', issued_at = now() WHERE id = ANY($1::bigint[]) AND state = 'pending'`, [ids]);
}

/**
 * Rows handed over, or last looked at, some time ago and not finished; whether their job still lives, the queue knows. Taking a
 * row renews its time, so that rows whose jobs wait long take turns with the rest and never hide a lost one behind them.
 */
export function takeOverdue(tx: SystemTx, olderThanMs: number, limit: number): Promise<OutboxRow[]> {
  return tx.sql<OutboxRow>(
    `UPDATE outbox SET issued_at = now() WHERE id IN (
       SELECT id FROM outbox WHERE state = 'issued' AND issued_at < now() - make_interval(secs => $1) ORDER BY issued_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [olderThanMs / 1_000, limit],
  );
}

/** Counts that the queue gave the row's job up without an outcome. @returns how often it did, or null where an outcome was recorded meanwhile */
export async function countLoss(tx: SystemTx, id: string): Promise<number | null> {
  const rows = await tx.sql<{ lossCount: number }>(`UPDATE outbox SET loss_count = loss_count + 1 WHERE id = $1::bigint AND state = 'issued' RETURNING loss_count AS "lossCount"`, [id]);
  return rows[0]?.lossCount ?? null;
}

/** Records a job's success; only now is the promise kept. */
export async function markDone(tx: SystemTx, id: string): Promise<void> {
  await tx.execute(`UPDATE outbox SET state = 'done', finished_at = now(), error = NULL WHERE id = $1::bigint`, [id]);
}

/** Records that a job failed for good, and why. */
export async function markFailed(tx: SystemTx, id: string, error: string): Promise<void> {
  await tx.execute(`UPDATE outbox SET state = 'failed', finished_at = now(), error = $2 WHERE id = $1::bigint AND state <> 'done'`, [id, error.slice(0, 2_000)]);
}

/** Promises anew a job that failed for good, with all its attempts; the relay hands it over at once. @returns whether there was one */
export async function retryJob(tx: SystemTx, id: string): Promise<boolean> {
  const count = await tx.execute(`UPDATE outbox SET state = 'pending', loss_count = 0, started_at = NULL, finished_at = NULL WHERE id = $1::bigint AND state = 'failed'`, [id]);
  if (count > 0) await tx.notify(OUTBOX_CHANNEL, '');
  return count > 0;
}

/** What the outbox has that is not done. */
export interface Backlog {
  readonly oldestWaitingSeconds: number;
  readonly failedCount: number;
}

/** How much waits, of all companies. */
export async function readBacklog(tx: SystemTx): Promise<Backlog> {
  const [row] = await tx.sql<Backlog & Record<string, unknown>>(
    `SELECT coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE state IN ('pending', 'issued') AND started_at IS NULL)), 0)::float8 AS "oldestWaitingSeconds",
       (count(*) FILTER (WHERE state = 'failed'))::float8 AS "failedCount" FROM outbox WHERE state IN ('pending', 'issued', 'failed')`,
  );
  return row ?? { oldestWaitingSeconds: 0, failedCount: 0 };
}

/** Forgets what was done more than `days` days ago. */
export function prune(tx: SystemTx, days: number): Promise<number> {
  return tx.execute(`DELETE FROM outbox WHERE state = 'done' AND finished_at < now() - make_interval(days => $1)`, [days]);
}
