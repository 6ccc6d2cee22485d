import { createHash } from 'node:crypto';
import { LATENCY_BUCKETS, latencyBucket } from '@tenon/domain/health';
import { HOUR_MS } from '@tenon/kernel';
import type { Log, NotedFault } from '@tenon/runtime';
import type pg from 'pg';

/** What took time: a root field of the schema, or a job. */
export type TimedKind = 'graphql' | 'job';

interface Timed {
  readonly kind: TimedKind;
  readonly name: string;
  readonly hourMs: number;
  readonly buckets: number[];
  slowestMs: number;
}

const FLUSH_MS = 15_000;
/** More kinds of fault between two flushes tell nothing more. */
const MOST_FAULTS = 100;
const KEEP = `interval '30 days'`;

const ADD_TIMED = `INSERT INTO operation_hour AS o (kind, name, hour_at, slowest_ms, buckets) VALUES ($1, $2, to_timestamp($3::float8 / 1000), $4, $5::int[])
  ON CONFLICT (hour_at, kind, name) DO UPDATE SET slowest_ms = greatest(o.slowest_ms, excluded.slowest_ms),
    buckets = (SELECT array_agg(coalesce(a, 0) + coalesce(b, 0) ORDER BY n) FROM unnest(o.buckets, excluded.buckets) WITH ORDINALITY AS u (a, b, n))`;
const ADD_FAULT = `INSERT INTO fault AS f (fingerprint, event, operation, label, frame, count, last_trace) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (fingerprint) DO UPDATE SET count = f.count + excluded.count, last_seen_at = now(), last_trace = excluded.last_trace`;
const FORGET = [
  `DELETE FROM operation_hour WHERE hour_at < now() - ${KEEP}`,
  `DELETE FROM fault WHERE last_seen_at < now() - ${KEEP} OR fingerprint IN (SELECT fingerprint FROM fault ORDER BY last_seen_at DESC OFFSET 500)`,
];

/** Gathers how long things took and what went wrong in this process, and adds it every 15 seconds to what others gathered. Kept for 30 days. */
export class HealthLedger {
  private times = new Map<string, Timed>();
  private faults = new Map<string, { fault: NotedFault; count: number }>();
  private forgotAtMs = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {
    this.timer = setInterval(() => void this.flush(), FLUSH_MS);
    this.timer.unref();
  }

  /** @param name of few, such as a field of the schema: each has a row an hour */
  timed(kind: TimedKind, name: string, ms: number): void {
    const hourMs = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
    const key = `${hourMs} ${kind} ${name}`;
    const entry = this.times.get(key) ?? { kind, name, hourMs, buckets: Array.from({ length: LATENCY_BUCKETS }, () => 0), slowestMs: 0 };
    const bucket = latencyBucket(ms);
    entry.buckets[bucket] = (entry.buckets[bucket] ?? 0) + 1;
    entry.slowestMs = Math.max(entry.slowestMs, ms);
    this.times.set(key, entry);
  }

  fault(fault: NotedFault): void {
    const fingerprint = createHash('sha256').update([fault.event, fault.operation, fault.label, fault.frame].join('\n')).digest('hex').slice(0, 16);
    const known = this.faults.get(fingerprint);
    if (!known && this.faults.size >= MOST_FAULTS) return;
    this.faults.set(fingerprint, { fault, count: (known?.count ?? 0) + 1 });
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Adds what was gathered since the last time. What cannot be written is lost, and said in the log: it is a figure, not a record. */
  async flush(): Promise<void> {
    const [times, faults] = [[...this.times.values()], [...this.faults]];
    this.times = new Map();
    this.faults = new Map();
    try {
      for (const { kind, name, hourMs, slowestMs, buckets } of times) await this.pool.query(ADD_TIMED, [kind, name, hourMs, slowestMs, buckets]);
      for (const [fingerprint, { fault, count }] of faults) await this.pool.query(ADD_FAULT, [fingerprint, fault.event, fault.operation, fault.label, fault.frame, count, fault.trace]);
      if (times.length + faults.length > 0 && Date.now() - this.forgotAtMs > HOUR_MS) await this.forget();
    } catch (error) {
      this.log.warn('db.health-not-recorded', { error });
    }
  }

  private async forget(): Promise<void> {
    this.forgotAtMs = Date.now();
    for (const statement of FORGET) await this.pool.query(statement);
  }
}
