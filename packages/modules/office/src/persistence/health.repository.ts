import type { SystemTx } from '@tenon/db';

/** How long one operation took, counted as `domain/health` divides time. */
export interface OperationRow {
  readonly kind: 'graphql' | 'job';
  readonly name: string;
  readonly buckets: readonly number[];
  readonly slowestMs: number;
}

/** One kind of fault. */
export interface FaultRow {
  readonly fingerprint: string;
  readonly event: string;
  readonly operation: string;
  readonly label: string;
  readonly frame: string;
  readonly count: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly lastTrace: string;
}

/** Operations of the last 24 hours, added up over processes and hours. */
export function listOperations(tx: SystemTx): Promise<OperationRow[]> {
  return tx.sql<OperationRow>(
    `SELECT kind, name, array_agg(counted ORDER BY n) AS buckets, max(slowest) AS "slowestMs" FROM (
       SELECT kind, name, n, sum(v)::float8 AS counted, max(slowest_ms) AS slowest FROM operation_hour o, unnest(o.buckets) WITH ORDINALITY AS u (v, n)
       WHERE hour_at > now() - interval '24 hours' GROUP BY kind, name, n) AS b GROUP BY kind, name`,
  );
}

/** The faults seen last. */
export function listFaults(tx: SystemTx, limit: number): Promise<FaultRow[]> {
  return tx.sql<FaultRow>(
    `SELECT fingerprint, event, operation, label, frame, count::float8, first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt", last_trace AS "lastTrace" FROM fault ORDER BY last_seen_at DESC, fingerprint LIMIT $1`,
    [limit],
  );
}
