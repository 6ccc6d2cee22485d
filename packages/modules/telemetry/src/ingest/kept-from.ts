import { tooOld } from '@tenon/domain/telemetry';
import { invalid, MINUTE_MS } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { readKeptFrom } from '../persistence/kept-from.js';

const EVERY_MS = MINUTE_MS;

/**
 * From when on companies' readings are kept by their plans, as the gateway knows it: looked up each minute, since it changes once a day and a plan that
 * was chosen has an hour. What cannot be read now is read the next time, and until then what was known holds.
 */
export class KeptFrom {
  private fromMs: ReadonlyMap<string, number> = new Map();
  private reading: Promise<void>;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {
    this.reading = this.read();
    this.timer = setInterval(() => void this.refresh(), EVERY_MS).unref();
  }

  /** @throws AppError (invalid) TELEMETRY.TOO_OLD for a reading that would be deleted the same day */
  check(tenantId: string, atMs: number): void {
    const fromMs = this.fromMs.get(tenantId);
    if (fromMs === undefined || atMs >= fromMs) return;
    const { code, details } = tooOld(atMs, fromMs);
    throw invalid(code, 'The reading is older than what the plan keeps.', details);
  }

  /** Reads it anew, after what is being read; resolves when that is done. */
  refresh(): Promise<void> {
    this.reading = this.reading.then(() => this.read());
    return this.reading;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.reading;
  }

  private async read(): Promise<void> {
    try {
      this.fromMs = await readKeptFrom(this.pool);
    } catch (error) {
      this.log.warn('ingest.kept-from-not-read', { error });
    }
  }
}
