import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { consecutive } from './layer.repository.js';

/** Readings of one metric and day as they were read out of a file. */
export interface NewPiece {
  readonly deviceId: string;
  readonly day: number;
  readonly key: string;
  readonly count: number;
  readonly bytes: Buffer;
}

/** A machine's days that wait. */
export interface PieceDays {
  readonly deviceId: string;
  readonly days: readonly number[];
}

/** What was read out of files and is not written yet. */
@Injectable()
export class PieceRepository {
  /** @param part counts the stores of this import: of two readings with one stamp that of the later part wins */
  async insert(tx: TenantTx, importId: string, part: number, pieces: readonly NewPiece[]): Promise<void> {
    await tx.execute(
      `INSERT INTO history_piece (tenant_id, import_id, part, device_id, day, key, count, bytes)
       SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::int[], $6::text[], $7::int[], $8::bytea[])`,
      [tx.tenantId, importId, part, pieces.map(({ deviceId }) => deviceId), pieces.map(({ day }) => day), pieces.map(({ key }) => key), pieces.map(({ count }) => count), pieces.map(({ bytes }) => bytes)],
    );
  }

  /** The next days of a machine, about so many points of them: by machine, then by day; undefined where none is left. @param onlyNew those that were not compared yet */
  async next(tx: TenantTx, importId: string, { most, onlyNew }: { readonly most: number; readonly onlyNew: boolean }): Promise<PieceDays | undefined> {
    const wanted = `tenant_id = $1 AND import_id = $2 ${onlyNew ? 'AND NOT is_compared' : ''}`;
    const rows = await tx.sql<{ deviceId: string; day: number; count: number }>(
      `SELECT device_id AS "deviceId", day, sum(count)::float8 AS count FROM history_piece
       WHERE ${wanted} AND device_id = (SELECT device_id FROM history_piece WHERE ${wanted} ORDER BY device_id LIMIT 1)
       GROUP BY 1, 2 ORDER BY day LIMIT 400`,
      [tx.tenantId, importId],
    );
    const [first] = rows;
    return first && { deviceId: first.deviceId, days: consecutive(rows, most) };
  }

  /** What was read of these days; of one metric and day in the order in which it was read. */
  ofDays(tx: TenantTx, importId: string, { deviceId, days }: PieceDays): Promise<{ day: number; key: string; bytes: Buffer }[]> {
    return tx.sql('SELECT day, key, bytes FROM history_piece WHERE tenant_id = $1 AND import_id = $2 AND device_id = $3 AND day = ANY($4::int[]) ORDER BY day, key, part', [tx.tenantId, importId, deviceId, days]);
  }

  async markCompared(tx: TenantTx, importId: string, { deviceId, days }: PieceDays): Promise<number> {
    return tx.execute('UPDATE history_piece SET is_compared = true WHERE tenant_id = $1 AND import_id = $2 AND device_id = $3 AND day = ANY($4::int[])', [tx.tenantId, importId, deviceId, days]);
  }

  /** @returns how many went */
  async remove(tx: TenantTx, importId: string, { deviceId, days }: PieceDays): Promise<number> {
    return tx.execute('DELETE FROM history_piece WHERE tenant_id = $1 AND import_id = $2 AND device_id = $3 AND day = ANY($4::int[])', [tx.tenantId, importId, deviceId, days]);
  }

  /** Some of what an import has left. @returns how many went */
  forget(tx: TenantTx, importId: string, most: number): Promise<number> {
    return tx.execute('DELETE FROM history_piece WHERE tenant_id = $1 AND import_id = $2 AND ctid = ANY(ARRAY(SELECT ctid FROM history_piece WHERE tenant_id = $1 AND import_id = $2 LIMIT $3))', [tx.tenantId, importId, most]);
  }

  async count(tx: TenantTx, importId: string): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM history_piece WHERE tenant_id = $1 AND import_id = $2', [tx.tenantId, importId]);
    return row?.count ?? 0;
  }

  /** Which metrics of which machines have any. */
  async keys(tx: TenantTx, importId: string): Promise<ReadonlyMap<string, string[]>> {
    const rows = await tx.sql<{ deviceId: string; keys: string[] }>('SELECT device_id AS "deviceId", array_agg(DISTINCT key) AS keys FROM history_piece WHERE tenant_id = $1 AND import_id = $2 GROUP BY 1', [tx.tenantId, importId]);
    return new Map(rows.map(({ deviceId, keys }) => [deviceId, keys]));
  }

  /** The months (UTC) that need a place, as instants in them. */
  async months(tx: TenantTx, importId: string): Promise<Date[]> {
    const rows = await tx.sql<{ at: Date }>(
      `SELECT DISTINCT date_trunc('month', (DATE '1970-01-01' + day)::timestamp) AT TIME ZONE 'UTC' AS at FROM history_piece WHERE tenant_id = $1 AND import_id = $2 ORDER BY 1`,
      [tx.tenantId, importId],
    );
    return rows.map(({ at }) => at);
  }

  /** Makes these places. It locks the tables for a moment, so in a transaction of its own. */
  async ensureMonths(tx: TenantTx, months: readonly Date[]): Promise<void> {
    for (const month of months) await tx.sql('SELECT tenon_ensure_month($1)', [month]);
  }
}
