import type pg from 'pg';
import { BatchQuery } from './batch-query.js';
import { CopyEncoder } from './copy-rows.js';
import { foldHeads } from './head-fold.js';
import { headParams } from './head-params.js';
import type { Months } from './months.js';
import type { Row } from './rows.js';

/** The query that is under way, or the next one, says it too, to somebody who can act on it. */
function ignore(): void {}

/** Writes batches of rows, each in one transaction on one connection of the pool. One batch at a time. */
export class BatchWriter {
  private encoder = new CopyEncoder();

  constructor(
    private readonly pool: pg.Pool,
    private readonly months: Months,
    private readonly timeoutMs: number,
  ) {}

  /** Resolves once the rows are committed. Writing the same rows again changes nothing that a reader sees. */
  async write(rows: readonly Row[], nowMs: number): Promise<void> {
    const client = await this.pool.connect();
    // While it is ours the pool does not listen, and a connection that breaks would end the process.
    client.on('error', ignore);
    let isHeld = true;
    const release = (error?: Error): void => {
      if (!isHeld) return;
      isHeld = false;
      client.removeListener('error', ignore);
      client.release(error);
    };
    // A connection that hangs is given up, and with it its query: the rows are then written again on another.
    const watchdog = setTimeout(() => release(new Error('The batch took too long.')), this.timeoutMs);
    try {
      await this.months.ensure(client, rows);
      await client.query(new BatchQuery(this.encoder.encode(rows), headParams(foldHeads(rows, nowMs)))).committed;
      release();
    } catch (error) {
      // What a connection given up still sends of it must not turn into other rows on the way.
      this.encoder = new CopyEncoder();
      // One that answers is still good.
      if (isHeld) await client.query('SELECT').then(() => release(), release);
      throw error;
    } finally {
      clearTimeout(watchdog);
    }
  }
}
