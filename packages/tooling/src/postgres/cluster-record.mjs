// @ts-check
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { writeFileAtomically } from '../cli/write-file-atomically.mjs';

/**
 * What a data folder knows of its PostgreSQL, in `postgres.json`, readable by its owner alone.
 * @typedef {object} ClusterRecord
 * @property {string} clusterDir Where the cluster's files are: relative to the data folder when inside it, so that the folder may be moved.
 * @property {boolean} isInitialised
 * @property {number} port 0 until one was chosen.
 * @property {Record<string, string>} passwords Of each login role.
 */

/** @param {string} dataDir */
const recordFile = (dataDir) => path.join(dataDir, 'postgres.json');

/**
 * @param {string} dataDir
 * @returns {ClusterRecord | null}
 */
export function readRecord(dataDir) {
  const file = recordFile(dataDir);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (/** @type {NodeJS.ErrnoException} */ (cause).code === 'ENOENT') return null;
    throw new Problem(`${file} cannot be read (${/** @type {Error} */ (cause).message}). It holds the database's passwords: start as the user who made it.`, { cause });
  }
}

/**
 * @param {string} dataDir
 * @param {ClusterRecord} record
 */
export async function writeRecord(dataDir, record) {
  await writeFileAtomically(recordFile(dataDir), `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
}

/** A password no one has to remember. */
export function newPassword() {
  return randomBytes(24).toString('base64url');
}

/**
 * A path that moves with the folder it lies in.
 * @param {string} folder
 * @param {string} target
 */
export function withinFolder(folder, target) {
  const relative = path.relative(folder, target);
  return relative.startsWith('..') ? target : relative;
}
