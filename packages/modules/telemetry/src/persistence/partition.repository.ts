import { Injectable } from '@nestjs/common';
import type { SystemTx } from '@tenon/db';

/** The months telemetry is partitioned by. */
@Injectable()
export class PartitionRepository {
  /** Makes the partitions of the month of `now` and of the `ahead` months after it, where they are missing. */
  async ensure(tx: SystemTx, now: Date, ahead: number): Promise<void> {
    await this.giveUpSoon(tx);
    // The sum is taken in UTC: added to an instant, a month would be one of the session's zone.
    await tx.execute(`SELECT tenon_ensure_month((date_trunc('month', $1::timestamptz AT TIME ZONE 'UTC') + make_interval(months => n)) AT TIME ZONE 'UTC') FROM generate_series(0, $2) n`, [now, ahead]);
  }

  /** Drops the partitions of months that ended `keptMonths` whole months or more before the month of `now`; gives their names. */
  async drop(tx: SystemTx, now: Date, keptMonths: number): Promise<string[]> {
    await this.giveUpSoon(tx);
    const rows = await tx.sql<{ name: string }>(
      `SELECT tenon_drop_months((date_trunc('month', $1::timestamptz AT TIME ZONE 'UTC') - make_interval(months => $2)) AT TIME ZONE 'UTC') AS name`,
      [now, keptMonths],
    );
    return rows.map(({ name }) => name);
  }

  /** Making and dropping partitions locks the whole table; while they wait for a long reader, everybody waits behind them. */
  private async giveUpSoon(tx: SystemTx): Promise<void> {
    await tx.execute(`SET LOCAL lock_timeout = '2s'`);
  }
}
