// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomically } from '../cli/write-file-atomically.mjs';

/** @typedef {import('./watermark.mjs').Position} Position */

/**
 * Remembers how far a replay came: the same file, unchanged, for the same machine, read in the same way. The token is known
 * by its digest alone.
 * @param {{ folder: string, file: string, token: string, rules: import('./readings.mjs').FileRules }} replay
 */
export function openBookmark({ folder, file, token, rules }) {
  const { size, mtimeMs } = statSync(file);
  const identity = JSON.stringify([realpathSync(file), size, mtimeMs, rules, createHash('sha256').update(token).digest('hex')]);
  const place = path.join(folder, `${createHash('sha256').update(identity).digest('hex').slice(0, 32)}.json`);
  return {
    /** @returns {Position | null} */
    read: () => readPosition(place),
    /** @param {Position} position */
    write: (position) => writeFileAtomically(place, `${JSON.stringify(position)}\n`, { mode: 0o600 }),
    remove: () => rm(place, { force: true }),
  };
}

/**
 * @param {string} place
 * @returns {Position | null}
 */
function readPosition(place) {
  try {
    const { rows, bytes } = JSON.parse(readFileSync(place, 'utf8'));
    return Number.isSafeInteger(rows) && rows > 0 && Number.isSafeInteger(bytes) ? { rows, bytes } : null;
  } catch {
    return null;
  }
}
