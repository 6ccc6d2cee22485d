import { limited } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { readFullDays, type FullDay } from '../persistence/gateway-days.repository.js';

const AGAIN_MS = 1_000;

/** The days of which no more points are taken, as the gateway knows them. */
export class FullDays {
  private days: ReadonlyMap<string, readonly FullDay[]> = new Map();
  private reading: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {}

  /**
   * Asks whether a point of this instant is taken.
   * @throws AppError (limited) QUOTA.REACHED with the limit and the day's end
   */
  check(tenantId: string, atMs: number): void {
    if (this.days.size === 0) return;
    const day = this.days.get(tenantId)?.find(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
    if (!day) return;
    const details = { meter: 'pointsADay', limit: day.points, resetsAt: new Date(day.toMs).toISOString() };
    throw limited('QUOTA.REACHED', `The plan has no room for more points of this day, which ends at ${details.resetsAt}.`, details);
  }

  /** Reads them anew, after what is being read; resolves when that is done. What cannot be read now is read again soon, and until then what was known holds. */
  refresh(): Promise<void> {
    this.reading = this.reading.then(() => this.read());
    return this.reading;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.reading;
  }

  private async read(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isClosed) return;
    try {
      this.days = await readFullDays(this.pool);
    } catch (error) {
      this.log.warn('billing.full-days-not-read', { error });
      if (!this.isClosed) this.timer = setTimeout(() => void this.refresh(), AGAIN_MS);
    }
  }
}
