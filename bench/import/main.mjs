// @ts-check
/**
 * How fast a file of history is checked, written and taken back, how much processor and memory that takes, beside the limit: a bare `COPY … FROM STDIN` of the
 * same rows into a table without an index in the same PostgreSQL.
 *
 *   node bench/import/main.mjs [--rows 1000000] [--metrics 4] [--step 1] [--json]
 */
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { copyIn } from './copy-in.mjs';
import { importAll } from './import-all.mjs';
import { madeFile } from './made-file.mjs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, metrics: { type: 'string', default: '4' }, step: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } } });
const shape = { rows: Number(values.rows), metrics: Number(values.metrics), stepSeconds: Number(values.step) };

const database = await throwawayDatabase();
const file = await madeFile(shape);
try {
  const copied = await copyIn(database.superuser, file.path, shape.metrics);
  const ours = await importAll(database, file, shape);
  const rate = (/** @type {number} */ seconds) => `${Math.round(shape.rows / seconds).toLocaleString('en')} rows/s`;
  const figures = { ...shape, bytes: file.bytes, copy: { seconds: copied }, tenon: ours };
  const part = (/** @type {{ seconds: number, cpuSeconds: number }} */ { seconds, cpuSeconds }) => `${seconds.toFixed(1)} s, ${rate(seconds)}, ${((cpuSeconds / shape.rows) * 1e6).toFixed(1)} µs of a processor a row in Node.js`;
  const said = [
    `${shape.rows.toLocaleString('en')} rows of ${shape.metrics} metrics, ${(file.bytes / 1e6).toFixed(0)} MB of CSV`,
    `checked: ${part(ours.check)}`,
    `written: ${part(ours.run)}`,
    `taken back: ${part(ours.undo)}`,
    `memory above that before: at most ${ours.extraMegabytes} MB`,
    `bare COPY of the same rows: ${copied.toFixed(1)} s, ${rate(copied)}`,
  ].join('\n');
  process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${said}\n`);
} finally {
  await file.remove();
  await database.close();
}
