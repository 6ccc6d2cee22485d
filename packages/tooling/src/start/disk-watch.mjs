// @ts-check
import { statfs } from 'node:fs/promises';
import { sleep } from '../cli/sleep.mjs';

const MB = 1_000_000;
/** From the least room to the most, each with what is said when there is less. */
const LEVELS = /** @type {const} */ ([
  { belowMb: 200, what: 'soon nothing can be stored any more' },
  { belowMb: 1_000, what: 'make some before it is full' },
]);
/** Above a level by so much it counts as left, so that a disk at its edge does not tell every minute. */
const CLEAR_BY = 1.1;
const EVERY_MS = 60_000;

/**
 * Follows how much room a disk has left.
 * @param {string} folder
 * @returns {(freeBytes: number) => string | null} What is to be said of it, where it is worse than when it was said last, or well again.
 */
export function roomTeller(folder) {
  /** @type {number} */
  let told = LEVELS.length;
  return (freeBytes) => {
    const freeMb = freeBytes / MB;
    const at = (/** @type {number} */ factor) => {
      const found = LEVELS.findIndex(({ belowMb }) => freeMb < belowMb * factor);
      return found === -1 ? LEVELS.length : found;
    };
    const before = told;
    const worse = at(1);
    // Whoever comes up again must be clearly above the level.
    told = worse < before ? worse : Math.max(before, at(CLEAR_BY));
    if (told === before) return null;
    const level = LEVELS[told];
    const left = `${Math.floor(freeMb).toLocaleString('en')} MB`;
    if (level && told < before) return `The disk of ${folder} has ${left} left: ${level.what}.`;
    return level ? null : `The disk of ${folder} has room again: ${left}.`;
  };
}

/**
 * Says when the disk of the data folder runs out of room, before PostgreSQL has to.
 * @param {Pick<import('./start-platform.mjs').StartContext, 'config' | 'terminal' | 'shutdown'>} context
 */
export async function watchDisk({ config: { dataDir }, terminal, shutdown: { signal } }) {
  const tell = roomTeller(dataDir);
  for (; !signal.aborted; await sleep(EVERY_MS, signal)) {
    const { bavail, bsize } = await statfs(dataDir).catch(() => ({ bavail: Infinity, bsize: 1 }));
    const line = tell(bavail * bsize);
    if (line !== null) terminal.warn(line);
  }
}
