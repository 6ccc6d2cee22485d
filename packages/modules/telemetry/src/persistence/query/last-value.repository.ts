import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { placeOf, type MetricValue } from '@tenon/domain/telemetry';
import { DAY_MS } from '@tenon/kernel';
import { openBlock } from '../../blocks/seal-block.js';
import { instantMs, sqlInstant } from '../../instant.js';

/** The newest value of a series, not after an instant. */
export interface LastValue {
  readonly seriesId: number;
  readonly atMs: number;
  readonly value: MetricValue;
}

interface HeadRow {
  readonly seriesId: number;
  readonly at: number;
  readonly num: number | null;
  readonly rich: MetricValue | null;
}

interface AsOfRow {
  readonly seriesId: number;
  readonly at: number | null;
  readonly num: number | null;
  readonly rich: MetricValue | null;
  readonly bytes: Buffer | null;
}

const US_PER_MS = 1_000;
/** Series in one statement: each may bring a block along. */
const LOT = 500;

/** The newest values of series, now or at an instant. One that has none is absent. */
@Injectable()
export class LastValueRepository {
  /** From what is kept beside the points as they are stored. */
  async now(tx: TenantTx, seriesIds: readonly number[], notBeforeMs: number): Promise<LastValue[]> {
    const rows = await tx.sql<HeadRow>(NOW, [seriesIds, sqlInstant(notBeforeMs)]);
    return rows.flatMap(({ seriesId, at, num, rich }) => {
      const value = num ?? rich;
      return value === null ? [] : [{ seriesId, atMs: instantMs(at), value }];
    });
  }

  /** From the points themselves. */
  async asOf(tx: TenantTx, seriesIds: readonly number[], { atMs, notBeforeMs }: { readonly atMs: number; readonly notBeforeMs: number }): Promise<LastValue[]> {
    const found: LastValue[] = [];
    for (let from = 0; from < seriesIds.length; from += LOT) {
      const rows = await tx.sql<AsOfRow>(AS_OF, [seriesIds.slice(from, from + LOT), sqlInstant(atMs), sqlInstant(notBeforeMs), tx.tenantId, sqlInstant(Math.floor(notBeforeMs / DAY_MS) * DAY_MS)]);
      for (const row of rows) {
        const value = newer(ofRow(row), ofBlock(row, atMs));
        if (value && value.atMs >= notBeforeMs) found.push(value);
      }
    }
    return found;
  }
}

/** Of two with one stamp the row's is the later one. */
function newer(row: LastValue | null, block: LastValue | null): LastValue | null {
  if (!row || !block) return row ?? block;
  return block.atMs > row.atMs ? block : row;
}

function ofRow({ seriesId, at, num, rich }: AsOfRow): LastValue | null {
  const value = num ?? rich;
  return at === null || value === null ? null : { seriesId, atMs: instantMs(at), value };
}

function ofBlock({ seriesId, bytes }: AsOfRow, atMs: number): LastValue | null {
  if (!bytes) return null;
  const points = openBlock(bytes);
  const place = placeOf(points, Math.round(atMs * US_PER_MS) + 1) - 1;
  if (place < 0) return null;
  const text = points.rich?.[place] ?? null;
  return { seriesId, atMs: (points.atUs[place] as number) / US_PER_MS, value: text === null ? (points.num[place] as number) : (JSON.parse(text) as MetricValue) };
}

const PLACES = `SELECT n.id AS series_id, s.id AS shape_id, s.tenant_id, array_position(s.series_ids, n.id) AS position
  FROM series n JOIN telemetry_shape s ON s.tenant_id = n.tenant_id AND s.device_id = n.device_id AND s.series_ids @> ARRAY[n.id] WHERE n.id = ANY($1::int[])`;

const NOW = `
SELECT DISTINCT ON (p.series_id) p.series_id AS "seriesId", date_part('epoch', h.at) AS at, h.num[p.position] AS num, h.rich -> p.position::text AS rich
FROM (${PLACES}) p JOIN telemetry_head h ON h.tenant_id = p.tenant_id AND h.shape_id = p.shape_id
WHERE h.at >= $2::timestamptz ORDER BY p.series_id, h.at DESC, h.arrival DESC`;

/** One statement, that is one snapshot, for rows and blocks. A block is read only where it may hold what is newer than the row. */
const AS_OF = `
WITH place AS MATERIALIZED (${PLACES}), standing AS MATERIALIZED (
  SELECT DISTINCT ON (p.series_id) p.series_id, t.at, t.num, t.rich FROM place p
  CROSS JOIN LATERAL (
    SELECT at, arrival, num[p.position] AS num, rich -> p.position::text AS rich FROM telemetry
    WHERE shape_id = p.shape_id AND at <= $2::timestamptz AND at >= $3::timestamptz ORDER BY at DESC, arrival DESC LIMIT 1) t
  ORDER BY p.series_id, t.at DESC, t.arrival DESC
)
SELECT wanted.id AS "seriesId", date_part('epoch', standing.at) AS at, standing.num, standing.rich, b.bytes
FROM unnest($1::int[]) wanted (id) LEFT JOIN standing ON standing.series_id = wanted.id
LEFT JOIN LATERAL (
  SELECT bytes FROM telemetry_block
  WHERE tenant_id = $4 AND series_id = wanted.id AND at <= $2::timestamptz AND at >= $5::timestamptz AND (standing.at IS NULL OR through_at > standing.at)
  ORDER BY at DESC LIMIT 1) b ON true`;
