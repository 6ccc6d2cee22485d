// @ts-check
import { createHash } from 'node:crypto';
import { Problem } from '../cli/problem.mjs';

/**
 * @typedef {object} ListedFile
 * @property {number} size
 * @property {string} sha256
 */

/**
 * PostgreSQL's own list of the files of a backup.
 * @param {string} text `backup_manifest`.
 * @returns {ReadonlyMap<string, ListedFile>} By path within the cluster.
 * @throws {Problem} When it is not what was written.
 */
export function readManifest(text) {
  const line = text.lastIndexOf('"Manifest-Checksum"');
  const sum = /"Manifest-Checksum": "([0-9a-f]{64})"/.exec(text.slice(line))?.[1];
  if (line < 0 || sum !== createHash('sha256').update(text.slice(0, line)).digest('hex')) throw new Problem('The list of the backup’s files (backup_manifest) is damaged.');
  /** @type {{ Files: { 'Path'?: string, 'Encoded-Path'?: string, 'Size': number, 'Checksum': string }[] }} */
  const { Files: files } = JSON.parse(text);
  const named = files.map((file) => ({ name: file.Path ?? Buffer.from(file['Encoded-Path'] ?? '', 'hex').toString(), size: file.Size, sha256: file.Checksum }));
  return new Map(named.filter(({ name }) => isListed(name)).map(({ name, ...file }) => [name, file]));
}

/** The log is written while the backup is taken: PostgreSQL lists where it must reach, and finds out by playing it. */
export const isListed = (/** @type {string} */ name) => !name.startsWith('pg_wal/');
