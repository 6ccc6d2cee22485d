import type { SystemTx } from '@tenon/db';
import { MISSED_BEATS } from '@tenon/domain/health';
import type { PageRequest } from '@tenon/nest';

/** Where a job stands, as far as it is not done. */
export type OpenJobState = 'waiting' | 'running' | 'failed';

/** A promised job with its company's name. */
export interface JobRow {
  readonly id: string;
  readonly job: string;
  readonly state: OpenJobState | 'done';
  readonly tenantId: string | null;
  readonly tenantName: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly error: string | null;
  readonly lossCount: number;
}

/** How much of one kind there is. */
export interface JobKindRow {
  readonly job: string;
  readonly waitingCount: number;
  readonly runningCount: number;
  readonly failedCount: number;
  /** Within the last hour. */
  readonly doneCount: number;
  readonly oldestWaitingAt: Date | null;
}

/** What one gateway holds. */
export interface GatewayRow {
  readonly id: string;
  readonly connectionCount: number;
  readonly lastSeenAt: Date | null;
}

/** One that was handed over and not begun waits as one that was not: in the queue instead of before it. */
const STATE = `CASE WHEN o.state IN ('done', 'failed') THEN o.state WHEN o.started_at IS NULL THEN 'waiting' ELSE 'running' END`;
const JOBS = `SELECT o.id::text, o.job, ${STATE} AS state, o.tenant_id AS "tenantId", t.name AS "tenantName", o.created_at AS "createdAt", o.started_at AS "startedAt",
    o.finished_at AS "finishedAt", o.error, o.loss_count AS "lossCount"
  FROM outbox o LEFT JOIN tenant t ON t.id = o.tenant_id`;

/** As the indexes of what is open and of what failed have it. */
const IN_STATE: Readonly<Record<OpenJobState, string>> = {
  waiting: `o.state IN ('pending', 'issued') AND o.started_at IS NULL`,
  running: `o.state IN ('pending', 'issued') AND o.started_at IS NOT NULL`,
  failed: `o.state = 'failed'`,
};

/** Jobs in a state, newest first, one more than the page holds. */
export function listJobs(tx: SystemTx, state: OpenJobState, page: PageRequest): Promise<JobRow[]> {
  const [id] = page.after ?? [null];
  return tx.sql<JobRow>(`${JOBS} WHERE ${IN_STATE[state]} AND ($1::bigint IS NULL OR o.id < $1::bigint) ORDER BY o.id DESC LIMIT $2`, [id, page.limit + 1]);
}

/** One job, locked; null where there is none. */
export async function lockJob(tx: SystemTx, id: string): Promise<JobRow | null> {
  const rows = await tx.sql<JobRow>(`${JOBS} WHERE o.id = $1::bigint FOR UPDATE OF o`, [id]);
  return rows[0] ?? null;
}

/** What is open, what failed, and what was done within the hour, by kind. */
export function countJobs(tx: SystemTx): Promise<JobKindRow[]> {
  return tx.sql<JobKindRow>(
    `SELECT o.job, count(*) FILTER (WHERE ${IN_STATE.waiting})::int AS "waitingCount", count(*) FILTER (WHERE ${IN_STATE.running})::int AS "runningCount",
       count(*) FILTER (WHERE ${IN_STATE.failed})::int AS "failedCount", count(*) FILTER (WHERE o.state = 'done')::int AS "doneCount",
       min(o.created_at) FILTER (WHERE ${IN_STATE.waiting}) AS "oldestWaitingAt"
     FROM (SELECT job, state, started_at, created_at FROM outbox WHERE state IN ('pending', 'issued')
       UNION ALL SELECT job, state, started_at, created_at FROM outbox WHERE state = 'failed'
       UNION ALL SELECT job, state, started_at, created_at FROM outbox WHERE state = 'done' AND finished_at > now() - interval '1 hour') o
     GROUP BY o.job ORDER BY o.job`,
  );
}

/** Connected machines by the gateway that holds them; one that is known to be gone holds none. */
export function countConnections(tx: SystemTx): Promise<GatewayRow[]> {
  return tx.sql<GatewayRow>(
    `SELECT g.* FROM (
       SELECT coalesce(gateway_id, '') AS id, count(*)::int AS "connectionCount", max(last_seen_at) AS "lastSeenAt" FROM device_presence WHERE is_connected GROUP BY 1) AS g
     LEFT JOIN (SELECT gateway_id, bool_or(stopped_at IS NULL AND seen_at >= now() - every_ms * ${MISSED_BEATS} * interval '1 millisecond') AS is_alive FROM gateway_run GROUP BY 1) AS r
       ON r.gateway_id = g.id WHERE r.is_alive IS NOT FALSE ORDER BY g.id`,
  );
}
