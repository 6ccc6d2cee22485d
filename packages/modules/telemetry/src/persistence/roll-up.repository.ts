import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { HOUR_MS } from '@tenon/kernel';
import { grownRanges } from '../ranges/time-ranges.js';
import type { DirtyMinutes } from './dirty-minutes.repository.js';
import { instantMs, sqlInstant } from '../instant.js';

interface Gone {
  seriesId: number;
  at: number;
}

/** Minute and hour aggregates. */
@Injectable()
export class RollUpRepository {
  /**
   * Computes these minutes from the points as stored, each stamp once, over all shapes that hold the series; then the
   * hours around them from their minutes. Right whatever stood there before, so doing it again changes nothing.
   */
  async refresh(tx: TenantTx, dirty: readonly DirtyMinutes[]): Promise<void> {
    const gone = await tx.sql<Gone>(MINUTES, [tx.tenantId, ...columns(dirty)]);
    if (gone.length > 0) await this.forgetMinutes(tx, gone);
    await tx.execute(HOURS, [tx.tenantId, ...columns(dirty.map((one) => ({ ...one, ranges: grownRanges(one.ranges, HOUR_MS) })))]);
    if (gone.length > 0) await this.forgetHours(tx, gone);
  }

  /** Minutes whose last number was replaced by something that is none. */
  private async forgetMinutes(tx: TenantTx, gone: readonly Gone[]): Promise<void> {
    await tx.execute(
      `DELETE FROM telemetry_minute m USING unnest($2::int[], $3::timestamptz[]) gone (series_id, at)
       WHERE m.tenant_id = $1 AND m.series_id = gone.series_id AND m.at = gone.at`,
      [tx.tenantId, gone.map(({ seriesId }) => seriesId), gone.map(({ at }) => sqlInstant(instantMs(at)))],
    );
  }

  private async forgetHours(tx: TenantTx, gone: readonly Gone[]): Promise<void> {
    await tx.execute(
      `DELETE FROM telemetry_hour h USING unnest($2::int[], $3::timestamptz[]) gone (series_id, at)
       WHERE h.tenant_id = $1 AND h.series_id = gone.series_id AND h.at = date_bin('1 hour', gone.at, 'epoch') AND NOT EXISTS (
         SELECT 1 FROM telemetry_minute m WHERE m.tenant_id = $1 AND m.series_id = h.series_id AND m.at >= h.at AND m.at < h.at + interval '1 hour')`,
      [tx.tenantId, gone.map(({ seriesId }) => seriesId), gone.map(({ at }) => sqlInstant(instantMs(at)))],
    );
  }
}

/** Ranges by machine, outer bounds for the planner to leave out partitions by, and which series of which machine are meant. */
function columns(dirty: readonly DirtyMinutes[]): unknown[] {
  const ranges = dirty.flatMap(({ deviceId, ranges }) => ranges.map((range) => ({ deviceId, ...range })));
  const series = dirty.flatMap(({ deviceId, seriesIds }) => seriesIds.map((seriesId) => ({ deviceId, seriesId })));
  return [
    ranges.map(({ deviceId }) => deviceId),
    ranges.map(({ fromMs }) => sqlInstant(fromMs)),
    ranges.map(({ toMs }) => sqlInstant(toMs)),
    sqlInstant(ranges.reduce((least, { fromMs }) => Math.min(least, fromMs), Infinity)),
    sqlInstant(ranges.reduce((most, { toMs }) => Math.max(most, toMs), 0)),
    series.map(({ deviceId }) => deviceId),
    series.map(({ seriesId }) => seriesId),
  ];
}

const ASKED = `
  span AS (SELECT * FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) span (device_id, from_at, to_at)),
  wanted AS (SELECT * FROM unnest($7::uuid[], $8::int[]) wanted (device_id, series_id))`;
const WITHIN = `at >= span.from_at AND at < span.to_at AND at >= $5::timestamptz AND at < $6::timestamptz`;

const replaced = (table: string): string => `
  ON CONFLICT (tenant_id, series_id, at) DO UPDATE SET count = excluded.count, min = excluded.min, max = excluded.max, sum = excluded.sum,
    first = excluded.first, last = excluded.last, first_at = excluded.first_at, last_at = excluded.last_at
  WHERE (${table}.count, ${table}.min, ${table}.max, ${table}.sum, ${table}.first, ${table}.last, ${table}.first_at, ${table}.last_at)
    IS DISTINCT FROM (excluded.count, excluded.min, excluded.max, excluded.sum, excluded.first, excluded.last, excluded.first_at, excluded.last_at)`;

/** The largest magnitude that enters a sum. A sum past the double's range is an error in SQL, and a device may send 1e308 all day. */
export const SUMMED = (value: string): string => `sum(least(greatest(${value}, -1e290), 1e290))`;

/**
 * A shape may hold wanted series beside others, whose points in other shapes are not read here: those must be left out,
 * or they would be rolled up from half of their points. Gives the minutes that stand and should not.
 */
const MINUTES = `
WITH ${ASKED}, value AS (
  SELECT DISTINCT ON (v.series_id, p.at) v.series_id, p.at, v.value
  FROM span JOIN telemetry_shape s ON s.tenant_id = $1 AND s.device_id = span.device_id AND s.series_ids && $8::int[]
  CROSS JOIN LATERAL (SELECT at, arrival, num FROM telemetry t WHERE t.shape_id = s.id AND ${WITHIN} OFFSET 0) p
  CROSS JOIN LATERAL unnest(s.series_ids, p.num) v (series_id, value)
  WHERE v.series_id = ANY($8::int[]) ORDER BY v.series_id, p.at, p.arrival DESC
), fresh AS MATERIALIZED (
  SELECT series_id, date_bin('1 minute', at, 'epoch') AS at, count(*) AS count, min(value) AS min, max(value) AS max, ${SUMMED('value')} AS sum,
    (array_agg(value ORDER BY at))[1] AS first, (array_agg(value ORDER BY at))[count(*)] AS last, min(at) AS first_at, max(at) AS last_at
  FROM value WHERE value IS NOT NULL GROUP BY 1, 2
), put AS (
  INSERT INTO telemetry_minute (tenant_id, series_id, at, count, min, max, sum, first, last, first_at, last_at)
  SELECT $1, series_id, at, count, min, max, sum, first, last, first_at, last_at FROM fresh ${replaced('telemetry_minute')}
)
SELECT wanted.series_id AS "seriesId", date_part('epoch', old.at) AS at
FROM span JOIN wanted USING (device_id)
CROSS JOIN LATERAL (SELECT at FROM telemetry_minute m WHERE m.tenant_id = $1 AND m.series_id = wanted.series_id AND ${WITHIN} OFFSET 0) old
WHERE NOT EXISTS (SELECT 1 FROM fresh WHERE fresh.series_id = wanted.series_id AND fresh.at = old.at)`;

const HOURS = `
WITH ${ASKED}
INSERT INTO telemetry_hour (tenant_id, series_id, at, count, min, max, sum, first, last, first_at, last_at)
SELECT $1, m.series_id, date_bin('1 hour', m.at, 'epoch'), sum(m.count), min(m.min), max(m.max), sum(m.sum),
  (array_agg(m.first ORDER BY m.at))[1], (array_agg(m.last ORDER BY m.at))[count(*)], min(m.first_at), max(m.last_at)
FROM span JOIN wanted USING (device_id)
CROSS JOIN LATERAL (SELECT * FROM telemetry_minute m WHERE m.tenant_id = $1 AND m.series_id = wanted.series_id AND ${WITHIN} OFFSET 0) m
GROUP BY 2, 3 ${replaced('telemetry_hour')}`;
