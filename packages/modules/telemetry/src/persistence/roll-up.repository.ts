import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { HOUR_MS } from '@tenon/kernel';
import { grownRanges } from '../ranges/time-ranges.js';
import type { DirtyMinutes } from './dirty-minutes.repository.js';
import { safeSum } from './safe-sum.js';
import { instantMs, sqlInstant } from '../instant.js';

interface Gone {
  seriesId: number;
  at: number;
}

/** By how many distinct points an hour of a company grew; below zero where it shrank. */
export interface GrownHour {
  readonly hourMs: number;
  readonly quantity: number;
}

interface GrownRow {
  at: number;
  count: number;
}

/** Minute and hour aggregates. */
@Injectable()
export class RollUpRepository {
  /**
   * Computes these minutes from the points as stored, each stamp once, over all shapes that hold the series; then the
   * hours around them from their minutes. Right whatever stood there before, so doing it again changes nothing.
   * @returns by how many points hours grew, which is nothing when it is done again
   */
  async refresh(tx: TenantTx, dirty: readonly DirtyMinutes[]): Promise<GrownHour[]> {
    const gone = await tx.sql<Gone>(MINUTES, [tx.tenantId, ...columns(dirty)]);
    if (gone.length > 0) await this.forgetMinutes(tx, gone);
    const grown = await tx.sql<GrownRow>(HOURS, [tx.tenantId, ...columns(dirty.map((one) => ({ ...one, ranges: grownRanges(one.ranges, HOUR_MS) })))]);
    return grownHours(gone.length > 0 ? [...grown, ...(await this.forgetHours(tx, gone))] : grown);
  }

  /** Minutes whose last number was replaced by something that is none. */
  private async forgetMinutes(tx: TenantTx, gone: readonly Gone[]): Promise<void> {
    await tx.execute(
      `DELETE FROM telemetry_minute m USING unnest($2::int[], $3::timestamptz[]) gone (series_id, at)
       WHERE m.tenant_id = $1 AND m.series_id = gone.series_id AND m.at = gone.at`,
      [tx.tenantId, gone.map(({ seriesId }) => seriesId), gone.map(({ at }) => sqlInstant(instantMs(at)))],
    );
  }

  private forgetHours(tx: TenantTx, gone: readonly Gone[]): Promise<GrownRow[]> {
    return tx.sql<GrownRow>(
      `DELETE FROM telemetry_hour h USING unnest($2::int[], $3::timestamptz[]) gone (series_id, at)
       WHERE h.tenant_id = $1 AND h.series_id = gone.series_id AND h.at = date_bin('1 hour', gone.at, 'epoch') AND NOT EXISTS (
         SELECT 1 FROM telemetry_minute m WHERE m.tenant_id = $1 AND m.series_id = h.series_id AND m.at >= h.at AND m.at < h.at + interval '1 hour')
       RETURNING date_part('epoch', h.at) AS at, -h.count::float8 AS count`,
      [tx.tenantId, gone.map(({ seriesId }) => seriesId), gone.map(({ at }) => sqlInstant(instantMs(at)))],
    );
  }
}

/** Changes of one hour together; what comes to nothing is left out. */
function grownHours(rows: readonly GrownRow[]): GrownHour[] {
  const hours = new Map<number, number>();
  for (const { at, count } of rows) hours.set(instantMs(at), (hours.get(instantMs(at)) ?? 0) + count);
  return [...hours].filter(([, quantity]) => quantity !== 0).map(([hourMs, quantity]) => ({ hourMs, quantity }));
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

/** Each wanted series with its machine's spans. Kept in arrays, so that no series looks through the spans of all machines. */
const WANTED = `
  span AS (
    SELECT device_id, array_agg(from_at) AS froms, array_agg(to_at) AS tos
    FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) span (device_id, from_at, to_at) GROUP BY device_id
  ), wanted AS MATERIALIZED (
    SELECT series_id, device_id, froms, tos FROM unnest($7::uuid[], $8::int[]) wanted (device_id, series_id) JOIN span USING (device_id)
  )`;
/** The outer bounds let the planner leave out partitions; OFFSET 0 keeps it from trying anything but one index range a span. */
const WITHIN = `at >= span.from_at AND at < span.to_at AND at >= $5::timestamptz AND at < $6::timestamptz OFFSET 0`;

const replaced = (table: string): string => `
  ON CONFLICT (tenant_id, series_id, at) DO UPDATE SET count = excluded.count, min = excluded.min, max = excluded.max, sum = excluded.sum,
    first = excluded.first, last = excluded.last, first_at = excluded.first_at, last_at = excluded.last_at
  WHERE (${table}.count, ${table}.min, ${table}.max, ${table}.sum, ${table}.first, ${table}.last, ${table}.first_at, ${table}.last_at)
    IS DISTINCT FROM (excluded.count, excluded.min, excluded.max, excluded.sum, excluded.first, excluded.last, excluded.first_at, excluded.last_at)`;

/**
 * Series by series, over all shapes that hold it: of points with one stamp the latest to arrive. Bringing the minute into
 * the order of that choice saves sorting again to group. Gives the minutes that stand and should not.
 */
const MINUTES = `
WITH ${WANTED}, fresh AS MATERIALIZED (
  SELECT wanted.series_id, m.* FROM wanted
  CROSS JOIN LATERAL (
    SELECT array_agg(id) AS ids, array_agg(array_position(series_ids, wanted.series_id)) AS positions FROM telemetry_shape
    WHERE tenant_id = $1 AND device_id = wanted.device_id AND series_ids @> ARRAY[wanted.series_id]
  ) shape
  CROSS JOIN LATERAL (
    SELECT minute AS at, count(*) AS count, min(value) AS min, max(value) AS max, ${safeSum('value')} AS sum,
      (array_agg(value ORDER BY at))[1] AS first, (array_agg(value ORDER BY at))[count(*)] AS last, min(at) AS first_at, max(at) AS last_at
    FROM (
      SELECT DISTINCT ON (p.minute, p.at) p.minute, p.at, p.value
      FROM unnest(shape.ids, shape.positions) place (shape_id, position)
      CROSS JOIN unnest(wanted.froms, wanted.tos) span (from_at, to_at)
      CROSS JOIN LATERAL (
        SELECT date_bin('1 minute', at, 'epoch') AS minute, at, arrival, num[place.position] AS value FROM telemetry WHERE shape_id = place.shape_id AND ${WITHIN}
      ) p
      ORDER BY p.minute, p.at, p.arrival DESC
    ) point WHERE value IS NOT NULL GROUP BY minute
  ) m
), put AS (
  INSERT INTO telemetry_minute (tenant_id, series_id, at, count, min, max, sum, first, last, first_at, last_at)
  SELECT $1, series_id, at, count, min, max, sum, first, last, first_at, last_at FROM fresh ${replaced('telemetry_minute')}
)
SELECT wanted.series_id AS "seriesId", date_part('epoch', old.at) AS at
FROM wanted CROSS JOIN LATERAL unnest(wanted.froms, wanted.tos) span (from_at, to_at)
CROSS JOIN LATERAL (SELECT at FROM telemetry_minute WHERE tenant_id = $1 AND series_id = wanted.series_id AND ${WITHIN}) old
WHERE NOT EXISTS (SELECT 1 FROM fresh WHERE fresh.series_id = wanted.series_id AND fresh.at = old.at)`;

/** The last join sees the hours as they stood before: what changes them in the same statement shows only to the next. */
const HOURS = `
WITH ${WANTED}, fresh AS MATERIALIZED (
  SELECT wanted.series_id, date_bin('1 hour', m.at, 'epoch') AS at, sum(m.count) AS count, min(m.min) AS min, max(m.max) AS max, sum(m.sum) AS sum,
    (array_agg(m.first ORDER BY m.at))[1] AS first, (array_agg(m.last ORDER BY m.at))[count(*)] AS last, min(m.first_at) AS first_at, max(m.last_at) AS last_at
  FROM wanted CROSS JOIN LATERAL unnest(wanted.froms, wanted.tos) span (from_at, to_at)
  CROSS JOIN LATERAL (SELECT * FROM telemetry_minute WHERE tenant_id = $1 AND series_id = wanted.series_id AND ${WITHIN}) m
  GROUP BY 1, 2
), put AS (
  INSERT INTO telemetry_hour (tenant_id, series_id, at, count, min, max, sum, first, last, first_at, last_at)
  SELECT $1, series_id, at, count, min, max, sum, first, last, first_at, last_at FROM fresh ${replaced('telemetry_hour')}
)
SELECT date_part('epoch', fresh.at) AS at, sum(fresh.count - COALESCE(old.count, 0))::float8 AS count
FROM fresh LEFT JOIN telemetry_hour old ON old.tenant_id = $1 AND old.series_id = fresh.series_id AND old.at = fresh.at
GROUP BY fresh.at`;
