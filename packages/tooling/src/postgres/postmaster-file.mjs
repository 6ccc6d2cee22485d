// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What PostgreSQL writes into `postmaster.pid` while it runs.
 * @typedef {object} PostmasterFile
 * @property {number} pid
 * @property {number} port
 * @property {boolean} isReady Whether it accepts connections.
 */

/** The lines by their place; see src/include/utils/pidfile.h in PostgreSQL's sources. */
const LINE = { pid: 0, port: 3, status: 7 };

/**
 * @param {string} text
 * @returns {PostmasterFile | null} null for a file that is being written.
 */
export function parsePostmasterFile(text) {
  const lines = text.split('\n');
  const pid = Number(lines[LINE.pid]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[LINE.port] ?? 0) || 0, isReady: lines[LINE.status]?.trim() === 'ready' };
}

/**
 * @param {string} clusterDir
 * @returns {PostmasterFile | null} null when nothing runs there, or did and ended well.
 */
export function readPostmasterFile(clusterDir) {
  try {
    return parsePostmasterFile(readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8'));
  } catch {
    return null;
  }
}
