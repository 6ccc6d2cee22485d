import type { JobDefinition } from '@tenon/contracts/jobs';
import { OUTBOX_CHANNEL } from '@tenon/contracts/wire';
import { bug, type TenantId } from '@tenon/kernel';
import type { OpenTransaction } from './open-transaction.js';

/** A job with a payload that was found to be in order. */
export interface Promised {
  readonly tenantId: TenantId | null;
  readonly job: JobDefinition;
  readonly payload: unknown;
}

/** Promises a job in a transaction: anew, or by merging it into one of the same key that waits. */
export async function promiseJob(open: OpenTransaction, { tenantId, job, payload }: Promised): Promise<void> {
  const key = tenantId && job.merging ? job.merging.key(payload) : null;
  if (key !== null && (await mergeIntoWaiting(open, { tenantId, job, payload }, key))) return;
  // One statement: the row, and the wake-up that the relay gets when it commits.
  await open.ask({
    text: `WITH put AS (INSERT INTO outbox (tenant_id, job, payload, subject, merge_key) VALUES ($1, $2, $3, $4, $5)) SELECT pg_notify($6, '')`,
    values: [tenantId, job.name, JSON.stringify(payload), job.subject?.(payload) ?? null, key, OUTBOX_CHANNEL],
  });
}

/** Promises the same job to many companies at once, in their order: one statement, however many they are. Not for jobs that merge. */
export async function promiseToEach(open: OpenTransaction, tenantIds: readonly TenantId[], { job, payload }: Omit<Promised, 'tenantId'>): Promise<void> {
  if (job.merging) throw bug('JOB.MERGES', `${job.name} is merged into what waits of each company, one by one.`);
  if (tenantIds.length === 0) return;
  await open.ask({
    text: `WITH put AS (INSERT INTO outbox (tenant_id, job, payload, subject) SELECT id, $2, $3, $4 FROM unnest($1::uuid[]) WITH ORDINALITY AS company (id, place) ORDER BY place) SELECT pg_notify($5, '')`,
    values: [tenantIds, job.name, JSON.stringify(payload), job.subject?.(payload) ?? null, OUTBOX_CHANNEL],
  });
}

/**
 * Whether one that waits took it in. A worker that begins with the row looks at it under the same lock, so it has either begun
 * before, and is left alone, or will see what was merged once this transaction commits. A row that somebody holds just now is
 * passed over, as whoever promises may hold what others wait for: the price is a second one, which takes in all that follow.
 */
async function mergeIntoWaiting(open: OpenTransaction, { tenantId, job, payload }: Promised, key: string): Promise<boolean> {
  const { rows } = await open.ask({
    text: `SELECT id::text, payload FROM outbox WHERE tenant_id = $1 AND job = $2 AND merge_key = $3 AND started_at IS NULL AND state IN ('pending', 'issued')
      ORDER BY id DESC LIMIT 1 FOR UPDATE SKIP LOCKED`,
    values: [tenantId, job.name, key],
  });
  const [row] = rows as { id: string; payload: unknown }[];
  // What waits may be of another release.
  const waiting = row && job.payload.safeParse(row.payload);
  if (!row || !waiting?.success || !job.merging) return false;
  await open.ask({ text: `UPDATE outbox SET payload = $2 WHERE id = $1::bigint`, values: [row.id, JSON.stringify(job.merging.merged(waiting.data, payload))] });
  return true;
}
