import { safeSum } from './safe-sum.js';

/** Each wanted series with its machine's spans. Kept in arrays, so that no series looks through the spans of all machines. */
export const WANTED = `
  span AS (
    SELECT device_id, array_agg(from_at) AS froms, array_agg(to_at) AS tos
    FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) span (device_id, from_at, to_at) GROUP BY device_id
  ), wanted AS MATERIALIZED (
    SELECT series_id, device_id, froms, tos FROM unnest($7::uuid[], $8::int[]) wanted (device_id, series_id) JOIN span USING (device_id)
  )`;
/** The outer bounds let the planner leave out partitions; OFFSET 0 keeps it from trying anything but one index range a span. */
const WITHIN = `at >= span.from_at AND at < span.to_at AND at >= $5::timestamptz AND at < $6::timestamptz OFFSET 0`;

/** What is in a block arrived before every row that is still one. */
const BEFORE_ALL_ROWS = -1;

/** A block lies within one day of UTC. */
function blocksOfSpan(columns: string): string {
  return `SELECT ${columns} FROM telemetry_block WHERE tenant_id = $1 AND series_id = wanted.series_id
    AND at >= date_trunc('day', span.from_at, 'UTC') AND at < span.to_at AND through_at >= span.from_at
    AND at >= date_trunc('day', $5::timestamptz, 'UTC') AND at < $6::timestamptz OFFSET 0`;
}

const FIGURES = ['count', 'min', 'max', 'sum', 'first', 'last', 'first_at', 'last_at'] as const;
const figuresOf = (table: string): string => FIGURES.map((figure) => `${table}.${figure}`).join(', ');

/**
 * Writes `fresh` over `old`, which is all that stands in its ranges. Nobody else writes aggregates while the company's lock is held
 * (`DirtyMinutesRepository.begin`), so new rows need no `ON CONFLICT`, at which PostgreSQL takes twice as long for each.
 */
const written = (table: string): string => `
changed AS (
  UPDATE ${table} kept SET ${FIGURES.map((figure) => `${figure} = fresh.${figure}`).join(', ')}
  FROM fresh JOIN old ON old.series_id = fresh.series_id AND old.at = fresh.at
  WHERE kept.tenant_id = $1 AND kept.series_id = fresh.series_id AND kept.at = fresh.at AND (${figuresOf('old')}) IS DISTINCT FROM (${figuresOf('fresh')})
), added AS (
  INSERT INTO ${table} (tenant_id, series_id, at, ${FIGURES.join(', ')})
  SELECT $1, series_id, at, ${figuresOf('fresh')} FROM fresh WHERE NOT EXISTS (SELECT 1 FROM old WHERE old.series_id = fresh.series_id AND old.at = fresh.at)
)`;

/** What stood before: what changes it in the same statement shows only to the next. */
const standing = (table: string): string => `
old AS MATERIALIZED (
  SELECT kept.* FROM wanted CROSS JOIN LATERAL unnest(wanted.froms, wanted.tos) span (from_at, to_at)
  CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE tenant_id = $1 AND series_id = wanted.series_id AND ${WITHIN}) kept
)`;

/** The blocks that hold points of wanted minutes, with how many of their points there may be. */
export const BLOCKS_OF_MINUTES = `
WITH ${WANTED}
SELECT wanted.device_id AS "deviceId", wanted.series_id AS "seriesId", sum(block.count)::float8 AS points FROM wanted
CROSS JOIN LATERAL (
  SELECT DISTINCT b.at, b.count FROM unnest(wanted.froms, wanted.tos) span (from_at, to_at) CROSS JOIN LATERAL (${blocksOfSpan('at, count')}) b
) block
GROUP BY 1, 2 ORDER BY 1, 2`;

/** What is in them. */
export const BLOCK_BYTES = `
WITH ${WANTED}
SELECT DISTINCT ON (wanted.series_id, b.at) wanted.device_id AS "deviceId", wanted.series_id AS "seriesId", b.bytes
FROM wanted CROSS JOIN LATERAL unnest(wanted.froms, wanted.tos) span (from_at, to_at) CROSS JOIN LATERAL (${blocksOfSpan('at, bytes')}) b
ORDER BY wanted.series_id, b.at`;

/**
 * Series by series, over all shapes that hold it: of points with one stamp the latest to arrive. Bringing the minute into
 * the order of that choice saves sorting again to group. What was read of blocks is handed in, and any row wins over it.
 * Says which minutes stood and should not, in one row with what was done.
 */
export const MINUTES = `
WITH ${WANTED}, of_blocks AS MATERIALIZED (
  SELECT series_id, timestamptz 'epoch' + at_us * interval '1 microsecond' AS at, value FROM unnest($9::int[], $10::bigint[], $11::float8[]) point (series_id, at_us, value)
), fresh AS MATERIALIZED (
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
      FROM (
        SELECT t.* FROM unnest(shape.ids, shape.positions) place (shape_id, position)
        CROSS JOIN unnest(wanted.froms, wanted.tos) span (from_at, to_at)
        CROSS JOIN LATERAL (
          SELECT date_bin('1 minute', at, 'epoch') AS minute, at, arrival, num[place.position] AS value FROM telemetry WHERE shape_id = place.shape_id AND ${WITHIN}
        ) t
        UNION ALL SELECT date_bin('1 minute', at, 'epoch'), at, ${BEFORE_ALL_ROWS}, value FROM of_blocks WHERE of_blocks.series_id = wanted.series_id
      ) p
      ORDER BY p.minute, p.at, p.arrival DESC
    ) point WHERE value IS NOT NULL GROUP BY minute
  ) m
), ${standing('telemetry_minute')}, ${written('telemetry_minute')}, gone AS (
  SELECT COALESCE(array_agg(series_id), '{}') AS series_ids, COALESCE(array_agg(date_part('epoch', at)), '{}') AS ats FROM old
  WHERE NOT EXISTS (SELECT 1 FROM fresh WHERE fresh.series_id = old.series_id AND fresh.at = old.at)
)
SELECT done.*, gone.series_ids AS "goneSeriesIds", gone.ats AS "goneAts"
FROM gone CROSS JOIN (SELECT count(*)::int AS aggregates, COALESCE(sum(count), 0)::float8 AS points FROM fresh) done`;

/** The ranges are whole hours here. */
export const HOURS = `
WITH ${WANTED}, fresh AS MATERIALIZED (
  SELECT wanted.series_id, date_bin('1 hour', m.at, 'epoch') AS at, sum(m.count) AS count, min(m.min) AS min, max(m.max) AS max, sum(m.sum) AS sum,
    (array_agg(m.first ORDER BY m.at))[1] AS first, (array_agg(m.last ORDER BY m.at))[count(*)] AS last, min(m.first_at) AS first_at, max(m.last_at) AS last_at
  FROM wanted CROSS JOIN LATERAL unnest(wanted.froms, wanted.tos) span (from_at, to_at)
  CROSS JOIN LATERAL (SELECT * FROM telemetry_minute WHERE tenant_id = $1 AND series_id = wanted.series_id AND ${WITHIN}) m
  GROUP BY 1, 2
), ${standing('telemetry_hour')}, ${written('telemetry_hour')}
SELECT date_part('epoch', fresh.at) AS at, sum(fresh.count - COALESCE(old.count, 0))::float8 AS count
FROM fresh LEFT JOIN old ON old.series_id = fresh.series_id AND old.at = fresh.at
GROUP BY fresh.at`;
