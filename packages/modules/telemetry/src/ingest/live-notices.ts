import { LIVE_CHANNEL } from '@tenon/contracts/wire';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import type { IngestDevice } from './layout.js';

// A notification holds at most 7,999 bytes; a pair of uuids in JSON takes 80.
const PAIRS_A_NOTICE = 96;

/** Tells listeners which devices stored something new: at once after a quiet time, else together once an interval. */
export class LiveNotices {
  private touched = new Set<IngestDevice>();
  private timer: NodeJS.Timeout | undefined;
  private lastSentMs = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly intervalMs: number,
    private readonly log: Log,
  ) {}

  touch(device: IngestDevice): void {
    this.touched.add(device);
    if (this.timer) return;
    const waitMs = Math.max(0, this.lastSentMs + this.intervalMs - Date.now());
    this.timer = setTimeout(() => void this.send(), waitMs);
    this.timer.unref();
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.send();
  }

  private async send(): Promise<void> {
    this.timer = undefined;
    this.lastSentMs = Date.now();
    const pairs = [...this.touched].map(({ tenantId, deviceId }) => [tenantId, deviceId]);
    if (pairs.length === 0) return;
    this.touched = new Set();
    const payloads: string[] = [];
    for (let i = 0; i < pairs.length; i += PAIRS_A_NOTICE) payloads.push(JSON.stringify(pairs.slice(i, i + PAIRS_A_NOTICE)));
    try {
      await this.pool.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [LIVE_CHANNEL, payloads]);
    } catch (error) {
      // Whoever looks asks again by itself: a notice lost is a value late, not a value lost.
      this.log.debug('ingest.live-notice-lost', { error });
    }
  }
}
