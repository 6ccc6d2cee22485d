import { HOUR_MS } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';

/**
 * Counts uses of the exit by reason and hour and writes the counts down twice a minute. Relay and sweepers pass here
 * several times a second, so a row a use would drown the record; what staff look at is in the company's own trail too.
 */
export class SystemAccessLedger {
  private counts = new Map<string, { reason: string; hourMs: number; count: number }>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {
    this.timer = setInterval(() => void this.flush(), 30_000);
    this.timer.unref();
  }

  count(reason: string): void {
    const hourMs = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
    const key = `${hourMs} ${reason}`;
    const entry = this.counts.get(key) ?? { reason, hourMs, count: 0 };
    entry.count += 1;
    this.counts.set(key, entry);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private async flush(): Promise<void> {
    const entries = [...this.counts.values()];
    if (entries.length === 0) return;
    this.counts = new Map();
    try {
      await this.pool.query(
        `INSERT INTO system_access (reason, hour_at, count)
         SELECT r, to_timestamp(h / 1000.0), c FROM unnest($1::text[], $2::bigint[], $3::int[]) AS n (r, h, c)
         ON CONFLICT (reason, hour_at) DO UPDATE SET count = system_access.count + excluded.count`,
        [entries.map((e) => e.reason), entries.map((e) => e.hourMs), entries.map((e) => e.count)],
      );
    } catch (error) {
      this.log.warn('db.system-access-not-recorded', { error, entries: entries.map(({ reason, count }) => `${reason}: ${count}`) });
    }
  }
}
