// @ts-check

/**
 * What a table's months take up, with their indexes and what is kept out of line.
 * @param {import('pg').Pool} superuser
 * @param {string} table
 * @returns {Promise<number>}
 */
export async function bytesOf(superuser, table) {
  const { rows } = await superuser.query(`SELECT COALESCE(sum(pg_total_relation_size(inhrelid)), 0)::float8 AS bytes FROM pg_inherits WHERE inhparent = $1::regclass`, [table]);
  return rows[0].bytes;
}
