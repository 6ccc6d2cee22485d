import type pg from 'pg';
import type { Row } from './rows.js';

const US_PER_MS = 1_000;

/** The months a process knows to have partitions; the rest are made before they are written to. */
export class Months {
  private readonly known = new Set<number>();
  private lastFromUs = 0;
  private lastToUs = 0;

  /** Makes what partitions these rows need. Runs outside the batch's transaction: it locks the parent table. */
  async ensure(client: pg.ClientBase, rows: readonly Row[]): Promise<void> {
    for (const month of this.missing(rows)) {
      await client.query('SELECT tenon_ensure_month($1)', [new Date(month)]);
      this.known.add(month);
    }
  }

  /** Forgets everything, after a partition turned out to be gone. */
  forget(): void {
    this.known.clear();
    this.lastFromUs = 0;
    this.lastToUs = 0;
  }

  private missing(rows: readonly Row[]): Set<number> {
    const missing = new Set<number>();
    for (const { atUs } of rows) {
      if (atUs >= this.lastFromUs && atUs < this.lastToUs) continue;
      const at = new Date(atUs / US_PER_MS);
      const month = Date.UTC(at.getUTCFullYear(), at.getUTCMonth());
      if (!this.known.has(month)) {
        missing.add(month);
        continue;
      }
      this.lastFromUs = month * US_PER_MS;
      this.lastToUs = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1) * US_PER_MS;
    }
    return missing;
  }
}
