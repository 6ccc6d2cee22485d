// @ts-check
import { count, progressLine } from './progress.mjs';

const NOTE_EVERY_MS = 250;
const KEEP_EVERY_MS = 1_000;

/**
 * Shows how far a replay is, and remembers it.
 * @param {object} options
 * @param {{ write: (position: import('./watermark.mjs').Position) => Promise<void> }} options.bookmark
 * @param {{ position: () => import('./watermark.mjs').Position }} options.watermark
 * @param {import('./watermark.mjs').Position} options.start
 * @param {number} options.totalBytes
 * @param {(line: string) => void} options.note
 * @param {(line: string) => void} options.warn
 */
export function createKeeper({ bookmark, watermark, start, totalBytes, note, warn }) {
  const startedAt = Date.now();
  let keptRows = start.rows;
  let isBroken = false;
  let writing = Promise.resolve();
  const keep = async () => {
    const position = watermark.position();
    if (isBroken || position.rows === keptRows) return;
    try {
      await bookmark.write(position);
      keptRows = position.rows;
    } catch (failure) {
      isBroken = true;
      warn(`How far this came cannot be remembered (${/** @type {Error} */ (failure).message}); --resume will not work.`);
    }
  };
  const timers = [
    setInterval(() => {
      const { rows, bytes } = watermark.position();
      note(progressLine({ rows, startRows: start.rows, bytes, startBytes: start.bytes, totalBytes, elapsedMs: Date.now() - startedAt }));
    }, NOTE_EVERY_MS),
    setInterval(() => {
      writing = writing.then(keep);
    }, KEEP_EVERY_MS),
  ];
  return {
    /** `, 8,200 rows/s`, or nothing where that would mean nothing. */
    rate() {
      const rows = watermark.position().rows - start.rows;
      const elapsedMs = Date.now() - startedAt;
      return rows > 0 && elapsedMs > 0 ? `, ${count(Math.round((rows / elapsedMs) * 1_000))} rows/s` : '';
    },
    async close() {
      timers.forEach((timer) => clearInterval(timer));
      await writing;
      await keep();
    },
  };
}
