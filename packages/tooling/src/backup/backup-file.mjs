// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../cli/problem.mjs';

/**
 * What a backup says of itself, in `backup.json`.
 * @typedef {object} BackupRecord
 * @property {1} format
 * @property {string} tenon The version that took it.
 * @property {number} postgres The major version whose files it holds.
 * @property {string} takenAt ISO 8601, UTC: all that was committed before is in it.
 * @property {string} startLsn
 * @property {string} endLsn
 * @property {Record<string, string>} sha256 Of each file beside this one.
 * @property {number} [tookMs] How long it took to take.
 * @property {string | null} verifiedAt When it was restored and read through; null: not yet.
 * @property {import('./verify-backup.mjs').Verification & { tookMs: number }} [verification] What was read then.
 * @property {{ at: string, message: string } | null} [fault] Why it could not be relied on when it was last restored; names no folder.
 */

export const RECORD = 'backup.json';
export const FORMAT = 1;
/** The passwords of the database's logins. */
export const PASSWORDS = 'passwords.json';
/** Of the data folder, what the database alone does not hold. TENON_SECRET keeps the secret elsewhere, and not every platform has a demo. */
export const KEPT = ['secret', 'demo.json'];
const NAME = /^tenon-\d{8}T\d{6}Z$/;
const PARTIAL = /^tenon-\d{8}T\d{6}Z\.partial$/;

/** @param {Date} at */
export const backupName = (at) => `tenon-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;

/**
 * @param {string} folder A backup's.
 * @returns {BackupRecord}
 */
export function readBackup(folder) {
  const file = path.join(folder, RECORD);
  if (!existsSync(file)) throw new Problem(`${folder} is no backup: there is no ${RECORD} in it.`);
  /** @type {BackupRecord} */
  const record = JSON.parse(readFileSync(file, 'utf8'));
  if (record.format !== FORMAT) throw new Problem(`${folder} is a backup of form ${record.format}; this Tenon reads form ${FORMAT}. Restore it with the Tenon that took it (${record.tenon}).`);
  return record;
}

/**
 * Whole backups in a folder, the newest first.
 * @param {string} home
 * @returns {readonly string[]} Folders.
 */
export function backupsIn(home) {
  if (!existsSync(home)) return [];
  return readdirSync(home).filter((name) => NAME.test(name)).sort().reverse().map((name) => path.join(home, name));
}

/**
 * Takes away what a killed backup left, and all but the newest backups that were restored and read.
 * @param {string} home
 * @param {number} keep
 * @returns {readonly string[]} What was removed.
 */
export function prune(home, keep) {
  const partial = readdirSync(home).filter((name) => PARTIAL.test(name)).map((name) => path.join(home, name));
  const verified = backupsIn(home).filter((folder) => readBackup(folder).verifiedAt !== null);
  const oldestKept = verified[keep - 1];
  // One that could not be read stays for somebody to look at, until enough newer ones are good.
  const old = oldestKept ? backupsIn(home).filter((folder) => folder < oldestKept) : [];
  for (const folder of [...partial, ...old]) rmSync(folder, { recursive: true, force: true });
  return [...partial, ...old];
}

/** @param {string} file */
export async function sha256Of(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
