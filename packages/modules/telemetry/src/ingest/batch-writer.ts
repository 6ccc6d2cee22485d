import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COPY_COLUMNS, CopyEncoder } from './copy-rows.js';
import { foldHeads, headParams, UPSERT_HEADS } from './head-fold.js';
import type { Months } from './months.js';
import type { Row } from './rows.js';

const COPY = `COPY telemetry (${COPY_COLUMNS}) FROM STDIN (FORMAT binary)`;

/** The query that is under way, or the next one, says it too, to somebody who can act on it. */
function ignore(): void {}

/** Writes batches of rows, each in one transaction on one connection of the pool. One batch at a time. */
export class BatchWriter {
  private readonly encoder = new CopyEncoder();

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
      await this.inTransaction(client, rows, nowMs);
      release();
    } catch (error) {
      if (isHeld) await client.query('ROLLBACK').then(() => release(), release);
      throw error;
    } finally {
      clearTimeout(watchdog);
    }
  }

  private async inTransaction(client: pg.PoolClient, rows: readonly Row[], nowMs: number): Promise<void> {
    const params = headParams(foldHeads(rows, nowMs));
    await client.query('BEGIN');
    const copy = client.query(copyFrom(COPY));
    copy.end(this.encoder.encode(rows));
    await finished(copy);
    await client.query({ name: 'tenon-heads', text: UPSERT_HEADS, values: params });
    await client.query('COMMIT');
  }
}
