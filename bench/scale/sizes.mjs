// @ts-check

/**
 * What telemetry takes up on disk in bytes, by what it is for; indexes apart. What a table keeps out of line is its own.
 * @typedef {{ rows: number, blocks: number, rollUps: number, indexes: number, rest: number }} Sizes
 */

const SQL = `
SELECT part, sum(pg_table_size(oid))::float8 AS own, sum(pg_indexes_size(oid))::float8 AS indexes FROM (
  SELECT c.oid, CASE WHEN c.relname ~ '^telemetry_(minute|hour|roll_up)' THEN 'rollUps' WHEN c.relname ~ '^telemetry_block' THEN 'blocks' WHEN c.relname ~ '^telemetry_[0-9]' THEN 'rows' ELSE 'rest' END AS part
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND (c.relname LIKE 'telemetry%' OR c.relname = 'series')) t
GROUP BY part`;

/**
 * @param {import('pg').Pool} superuser
 * @returns {Promise<Sizes>}
 */
export async function sizesOf(superuser) {
  const { rows } = await superuser.query(SQL);
  const own = Object.fromEntries(rows.map(({ part, own }) => [part, own]));
  return { rows: own['rows'] ?? 0, blocks: own['blocks'] ?? 0, rollUps: own['rollUps'] ?? 0, rest: own['rest'] ?? 0, indexes: rows.reduce((sum, { indexes }) => sum + indexes, 0) };
}

/** @param {Sizes} sizes */
export const allOf = ({ rows, blocks, rollUps, rest, indexes }) => rows + blocks + rollUps + rest + indexes;
