// @ts-check
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const FROM_MS = Date.UTC(2025, 0, 1);
const PIECE = 5_000;

/**
 * A historian's CSV: a time and some metrics that wander, as plants write them.
 * @param {{ rows: number, metrics: number, stepSeconds: number }} shape
 */
export async function madeFile({ rows, metrics, stepSeconds }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tenon-bench-import-'));
  const file = path.join(folder, 'history.csv');
  await pipeline(Readable.from(lines({ rows, metrics, stepSeconds })), createWriteStream(file));
  return { path: file, bytes: (await stat(file)).size, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** @param {{ rows: number, metrics: number, stepSeconds: number }} shape */
function* lines({ rows, metrics, stepSeconds }) {
  yield `time,${Array.from({ length: metrics }, (_, at) => `m${at}`).join()}\n`;
  let state = 7;
  for (let from = 0; from < rows; from += PIECE) {
    const piece = [];
    for (let n = from; n < Math.min(rows, from + PIECE); n += 1) {
      const cells = [];
      for (let at = 0; at < metrics; at += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        cells.push((60 + 20 * Math.sin((n + at * 977) / 3_000) + (state % 100) / 50).toFixed(at % 3));
      }
      piece.push(`${new Date(FROM_MS + n * stepSeconds * 1_000).toISOString()},${cells.join()}\n`);
    }
    yield piece.join('');
  }
}
