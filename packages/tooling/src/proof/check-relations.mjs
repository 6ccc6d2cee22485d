// @ts-check
import { asSuperuser } from './as-superuser.mjs';
import { mustHold } from './use-platform.mjs';

const CHECK_INDEXES = `
  SELECT count(*)::int AS n FROM (
    SELECT bt_index_check(c.oid, true) FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_am a ON a.oid = c.relam
    WHERE a.amname = 'btree' AND c.relkind = 'i' AND i.indisvalid AND c.relpersistence = 'p') checked`;
const CHECK_TABLES = `
  SELECT c.relname, v.blkno::int, v.msg FROM pg_class c CROSS JOIN LATERAL verify_heapam(c.oid) v
  WHERE c.relkind IN ('r', 't') AND c.relpersistence = 'p' LIMIT 20`;

/**
 * Lets PostgreSQL look through every table and index of the platform (amcheck).
 * @param {string} dataDir
 * @returns {Promise<string>} What it looked at. Throws where something is broken.
 */
export function checkRelations(dataDir) {
  return asSuperuser(dataDir, async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS amcheck');
    const indexes = await client.query(CHECK_INDEXES);
    const faults = await client.query(CHECK_TABLES);
    await client.query('DROP EXTENSION amcheck');
    mustHold(faults.rows.length === 0, 'every table holds together', faults.rows.map((row) => JSON.stringify(row)));
    return `all tables and ${indexes.rows[0].n} indexes hold together (amcheck)`;
  });
}
