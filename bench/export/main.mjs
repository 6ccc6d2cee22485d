// @ts-check
/**
 * How fast a company's points become files of an export, and how much memory that takes, beside the limit: a bare `COPY … TO STDOUT`
 * of the same columns of the same table in the same PostgreSQL, thrown away as it comes.
 *
 *   node bench/export/main.mjs [--json]
 */
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { addCompany, loadYear } from '../range/load-telemetry.mjs';
import { copyOut } from './copy-out.mjs';
import { exportAll } from './export-all.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const database = await throwawayDatabase();
try {
  const { superuser, databaseUrl } = database;
  const tenantId = await addCompany(superuser);
  const { values: points } = await loadYear(superuser, tenantId);
  await superuser.query('VACUUM ANALYZE');
  const copied = await copyOut(superuser);
  const ours = await exportAll(databaseUrl, tenantId);
  const figures = { points, copy: { seconds: copied }, tenon: ours };
  const rate = (/** @type {number} */ seconds) => `${Math.round(points / seconds / 1_000)}k points/s`;
  const said = `${points} points: written and bound together in ${ours.seconds.toFixed(1)} s (${rate(ours.filesSeconds)} into files), a bundle of ${(ours.bytes / 1e6).toFixed(1)} MB, at most ${ours.extraMegabytes} MB more than before; bare COPY ${rate(copied)}\n`;
  process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : said);
} finally {
  await database.close();
}
