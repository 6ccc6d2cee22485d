// @ts-check
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Problem } from '../cli/problem.mjs';
import { writeFileAtomically } from '../cli/write-file-atomically.mjs';
import { removeDataFolder, startPostgres } from '../postgres/index.mjs';
import { readBackup, RECORD } from './backup-file.mjs';
import { restoreBackup } from './restore-backup.mjs';

/**
 * @typedef {object} Verification
 * @property {number} tables
 * @property {number} rows
 * @property {number} indexes
 */

/**
 * Restores a backup into a folder of its own, starts it, reads every row of every table (whereby PostgreSQL checks the sum of every
 * page) and holds every index against its table; then removes it, and notes in the backup that it is good.
 * @param {{ backup: string, database: string, say?: (line: string) => void, now?: () => Date }} wanted
 * @returns {Promise<Verification>}
 * @throws {Problem} What is wrong with it.
 */
export async function verifyBackup({ backup, database, say = () => undefined, now = () => new Date() }) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-verify-backup-'));
  const startedMs = performance.now();
  try {
    await restoreBackup({ backup, dataDir, isThrowAway: true, say });
    const server = await startPostgres({ dataDir, isDurable: false });
    try {
      const found = await readThrough(server.urlFor(database));
      const tookMs = Math.round(performance.now() - startedMs);
      await note(backup, { verifiedAt: now().toISOString(), verification: { ...found, tookMs }, fault: null });
      return found;
    } finally {
      await server.stop();
    }
  } catch (failure) {
    const message = (failure instanceof Error ? failure.message : String(failure)).replaceAll(backup, path.basename(backup)).replaceAll(dataDir, '');
    // Where its own record cannot be read either, the failure itself says so.
    await note(backup, { verifiedAt: null, fault: { at: now().toISOString(), message } }).catch(() => undefined);
    throw failure;
  } finally {
    await removeDataFolder(dataDir);
  }
}

/**
 * Notes in a backup what was found of it.
 * @param {string} backup
 * @param {Partial<import('./backup-file.mjs').BackupRecord>} found
 */
async function note(backup, found) {
  await writeFileAtomically(path.join(backup, RECORD), `${JSON.stringify({ ...readBackup(backup), ...found }, null, 2)}\n`, { mode: 0o600 });
}

const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'm') AND c.relpersistence = 'p' AND n.nspname NOT LIKE 'pg\\_temp%' ORDER BY 1`;
const INDEXES = `SELECT format('%I.%I', n.nspname, c.relname) AS name, c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_am a ON a.oid = c.relam
  WHERE a.amname = 'btree' AND c.relkind = 'i' AND c.relpersistence = 'p' AND i.indisvalid AND i.indisready ORDER BY 1`;

/**
 * @param {string} url
 * @returns {Promise<Verification>}
 */
async function readThrough(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const each = async (/** @type {string} */ list, /** @type {(row: { name: string, oid: number }) => Promise<void>} */ look) => {
    const { rows } = await client.query(list);
    for (const row of rows) {
      await look(row).catch((cause) => {
        throw new Problem(`The backup does not hold: ${row.name}: ${cause.message}`, { cause });
      });
    }
    return rows.length;
  };
  try {
    let rows = 0;
    const tables = await each(TABLES, async ({ name }) => {
      // Whole rows, so that what was stored out of line is read too.
      const { rows: [found] } = await client.query(`SELECT count(*)::float8 AS count, sum(length(t::text))::float8 FROM ${name} t`);
      rows += found.count;
    });
    await client.query('CREATE EXTENSION IF NOT EXISTS amcheck');
    const indexes = await each(INDEXES, async ({ oid }) => void (await client.query('SELECT bt_index_check($1::oid::regclass, true)', [oid])));
    return { tables, rows, indexes };
  } finally {
    await client.end();
  }
}
