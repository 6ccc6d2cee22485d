import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

/** What one import did to one metric on one day. */
export interface Layer {
  readonly importId: string;
  readonly seriesId: number;
  readonly day: number;
  readonly layerNo: number;
  /** Stamps that it brought and that still stand as it brought them, as a block whose values mean nothing. */
  readonly brought: Buffer;
  /** What stood at some of them before, as a block. */
  readonly replaced: Buffer | null;
}

export type NewLayer = Pick<Layer, 'seriesId' | 'day' | 'brought' | 'replaced'> & { readonly count: number };

/** A machine's metrics and the days of which an import has layers. */
export interface LayeredDays {
  readonly deviceId: string;
  readonly days: readonly number[];
}

const LAYER = `import_id AS "importId", series_id AS "seriesId", day, layer_no::float8 AS "layerNo", brought, replaced`;

/** What imports did, metric by metric and day by day, for as long as they may be taken back. */
@Injectable()
export class LayerRepository {
  /** All imports' layers of these metrics and days, the earliest first; held until the transaction ends. */
  ofDays(tx: TenantTx, seriesIds: readonly number[], { fromDay, toDay }: { readonly fromDay: number; readonly toDay: number }): Promise<Layer[]> {
    return tx.sql<Layer>(`SELECT ${LAYER} FROM history_layer WHERE tenant_id = $1 AND series_id = ANY($2::int[]) AND day >= $3 AND day < $4 ORDER BY layer_no FOR UPDATE`, [tx.tenantId, seriesIds, fromDay, toDay]);
  }

  async insert(tx: TenantTx, importId: string, layers: readonly NewLayer[]): Promise<void> {
    if (layers.length === 0) return;
    await tx.execute(
      `INSERT INTO history_layer (tenant_id, import_id, series_id, day, count, brought, replaced)
       SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::int[], $6::bytea[], $7::bytea[])`,
      [tx.tenantId, importId, layers.map(({ seriesId }) => seriesId), layers.map(({ day }) => day), layers.map(({ count }) => count), layers.map(({ brought }) => brought), layers.map(({ replaced }) => replaced)],
    );
  }

  /** Writes a layer anew; one without a stamp left is none. */
  async change(tx: TenantTx, { importId, seriesId, day }: Layer, { brought, replaced, count }: Pick<NewLayer, 'brought' | 'replaced' | 'count'>): Promise<void> {
    if (count === 0) await tx.execute('DELETE FROM history_layer WHERE tenant_id = $1 AND import_id = $2 AND series_id = $3 AND day = $4', [tx.tenantId, importId, seriesId, day]);
    else await tx.execute('UPDATE history_layer SET brought = $5, replaced = $6, count = $7 WHERE tenant_id = $1 AND import_id = $2 AND series_id = $3 AND day = $4', [tx.tenantId, importId, seriesId, day, brought, replaced, count]);
  }

  /** The next days of a machine that an import left something on, about so many points of them; undefined where nothing is left. */
  async next(tx: TenantTx, importId: string, most: number): Promise<LayeredDays | undefined> {
    const rows = await tx.sql<{ deviceId: string; day: number; count: number }>(
      `SELECT s.device_id AS "deviceId", l.day, sum(l.count)::float8 AS count FROM history_layer l JOIN series s ON s.tenant_id = l.tenant_id AND s.id = l.series_id
       WHERE l.tenant_id = $1 AND l.import_id = $2 AND s.device_id = (
         SELECT s.device_id FROM history_layer l JOIN series s ON s.tenant_id = l.tenant_id AND s.id = l.series_id WHERE l.tenant_id = $1 AND l.import_id = $2 ORDER BY l.series_id, l.day LIMIT 1)
       GROUP BY 1, 2 ORDER BY l.day LIMIT 400`,
      [tx.tenantId, importId],
    );
    const [first] = rows;
    return first && { deviceId: first.deviceId, days: consecutive(rows, most) };
  }

  /** Forgets what an import did to a machine on these days. */
  async remove(tx: TenantTx, importId: string, seriesIds: readonly number[], days: readonly number[]): Promise<number> {
    return tx.execute('DELETE FROM history_layer WHERE tenant_id = $1 AND import_id = $2 AND series_id = ANY($3::int[]) AND day = ANY($4::int[])', [tx.tenantId, importId, seriesIds, days]);
  }

  async count(tx: TenantTx, importId: string): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM history_layer WHERE tenant_id = $1 AND import_id = $2', [tx.tenantId, importId]);
    return row?.count ?? 0;
  }

  /** Some layers of an import that can no longer be taken back. @returns how many went */
  forget(tx: TenantTx, importId: string, most: number): Promise<number> {
    return tx.execute('DELETE FROM history_layer WHERE tenant_id = $1 AND import_id = $2 AND ctid = ANY(ARRAY(SELECT ctid FROM history_layer WHERE tenant_id = $1 AND import_id = $2 LIMIT $3))', [tx.tenantId, importId, most]);
  }
}

/** Days that follow each other, from the first on, of about so many points; at least one. */
export function consecutive(rows: readonly { readonly day: number; readonly count: number }[], most: number): number[] {
  const days: number[] = [];
  let points = 0;
  for (const { day, count } of rows) {
    const last = days.at(-1);
    if (last !== undefined && (day !== last + 1 || points + count > most)) break;
    days.push(day);
    points += count;
  }
  return days;
}
