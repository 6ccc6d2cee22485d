// @ts-check
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PointMeter, PointRoom, ReadKeptFrom } from '@tenon/billing';
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';

// As the worker runs it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/telemetry/dist/${file}`, import.meta.url).href);
const [{ AdvanceImport, ImportPhases }, { CheckImport }, { ClearRows }, { CompareDays, ComparedStores }, { DayParts }, { LookAtFile }, { ImportStore, ReadFile }, { StepImport }, { TakeBackDays }, { WriteDays }, { WritePieces }] = await Promise.all(
  ['advance-import', 'check-import', 'clear-rows', 'compare-days', 'day-parts', 'look-at-file', 'read-file', 'step-import', 'take-back-days', 'write-days', 'write-pieces'].map((name) => compiled(`application/history/${name}.js`)),
);
const [{ CorrectHeads }, { MovePoints }, { RollUp }, { ImportFolder }] = await Promise.all(['application/correct-heads', 'application/move-points', 'application/roll-up', 'files/import-folder'].map((name) => compiled(`${name}.js`)));
const [{ CompactionRepository }, { DirtyMinutesRepository }, { HeadRepository }, { PointRepository }, { RollUpRepository }, { SeriesSourceRepository }] = await Promise.all(
  ['compaction', 'dirty-minutes', 'head', 'point', 'roll-up', 'series-source'].map((name) => compiled(`persistence/${name}.repository.js`)),
);
const [{ CompanyFactsRepository }, { ImportRepository }, { LayerRepository }, { MetricRepository }, { PieceRepository }, { StandingRepository }] = await Promise.all(
  ['company-facts', 'import', 'layer', 'metric', 'piece', 'standing'].map((name) => compiled(`persistence/history/${name}.repository.js`)),
);

/** @param {import('@tenon/db').Database['tenant']} tenant @param {string} root */
function wired(tenant, root) {
  const folder = new ImportFolder(root, 1e12);
  const [imports, pieces, layers, metrics, facts, compactions] = [new ImportRepository(), new PieceRepository(), new LayerRepository(), new MetricRepository(), new CompanyFactsRepository(), new CompactionRepository()];
  const rollUp = new RollUp(tenant, new DirtyMinutesRepository(), new RollUpRepository(), new PointMeter());
  const clearRows = new ClearRows(compactions, new MovePoints(compactions));
  const dayParts = new DayParts(compactions, clearRows, layers, metrics, new StandingRepository());
  const store = new ImportStore(imports, pieces, facts, folder);
  const heads = new CorrectHeads(new HeadRepository(), new SeriesSourceRepository(), new PointRepository());
  const phases = new ImportPhases(
    new LookAtFile(tenant, imports, folder),
    new ReadFile(tenant, store, new ReadKeptFrom(), { keepMonths: 240 }),
    new CompareDays(new ComparedStores(imports, pieces, metrics, new StandingRepository()), new PointRoom()),
    new WritePieces(pieces, metrics, new StandingRepository(), new PointRoom(), new WriteDays(dayParts, rollUp, heads)),
    new TakeBackDays(dayParts, rollUp, heads),
  );
  return { folder, imports, advance: new AdvanceImport(tenant, store, layers, phases), check: new CheckImport(tenant, imports, facts), step: new StepImport(tenant, imports, pieces, layers, folder) };
}

/**
 * Brings a file in as the worker does, with the rests that it takes, and takes it back; watches how much memory that takes.
 * @param {Awaited<ReturnType<typeof import('../ingest/throwaway-database.mjs').throwawayDatabase>>} database
 * @param {{ path: string, bytes: number }} file
 * @param {{ rows: number, metrics: number }} shape
 */
export async function importAll({ databaseUrl, superuser }, file, { metrics }) {
  const database = openDatabase({ databaseUrl, log: createLog({ name: 'bench', level: 'silent' }), max: 4 });
  const root = await mkdtemp(path.join(tmpdir(), 'tenon-bench-imports-'));
  const [tenantId, deviceId, id] = [randomUUID(), randomUUID(), randomUUID()];
  await superuser.query(`INSERT INTO tenant (id, name) VALUES ($1, 'bench')`, [tenantId]);
  await superuser.query(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, 'press', 'machine')`, [tenantId, deviceId]);
  await superuser.query(`INSERT INTO history_import (tenant_id, id, created_by, file_name, file_bytes, state) VALUES ($1, $2, $1, 'history.csv', $3, 'looking')`, [tenantId, id, file.bytes]);
  // Without a bound on what a day may hold: the plan is not what is measured.
  await superuser.query(`INSERT INTO plan_limit (tenant_id, meter, quota) VALUES ($1, 'pointsADay', 1000000000)`, [tenantId]);
  const { folder, imports, advance, check, step } = wired(database.tenant, root);
  await mkdir(path.dirname(folder.file(tenantId, id)), { recursive: true });
  await copyFile(file.path, folder.file(tenantId, id));
  /** @type {any} */
  const person = { kind: 'user', tenantId, userId: tenantId, email: 'bench', name: 'bench', permissions: new Set(['telemetry:import']) };
  /** @type {any} */
  const system = { kind: 'system', tenantId, permissions: new Set() };
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  const work = () => advance.execute(system, id, new AbortController().signal, 1e9);
  const timed = async (/** @type {string} */ state, /** @type {() => Promise<unknown>} */ begin) => {
    await begin();
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system: kernel } = process.cpuUsage(cpu);
    const row = await database.tenant.transaction(person, (/** @type {any} */ tx) => imports.get(tx, id));
    if (row.state !== state) throw new Error(`The import is ${row.state} (${row.failureCode}) and not ${state}.`);
    const seconds = (performance.now() - startedAt) / 1_000;
    // Ten million rows take a while.
    process.stderr.write(`  ${state} after ${seconds.toFixed(1)} s\n`);
    return { seconds, cpuSeconds: (user + kernel) / 1e6 };
  };
  try {
    await work();
    const mapping = { headerRows: 1, timeColumns: [0], timeFormat: 'year-month-day', timeZone: 'UTC', deviceId, machineColumn: null, metrics: Array.from({ length: metrics }, (_, at) => ({ column: at + 1, key: `m${at}`, kind: 'number', unit: null })), long: null, decimalMark: '.', noValues: [] };
    const checked = await timed('checked', () => check.execute(person, { importId: id, mapping, replaces: false }));
    const run = await timed('done', () => step.execute(person, id, 'run'));
    const undo = await timed('undone', () => step.execute(person, id, 'undo'));
    return { check: checked, run, undo, extraMegabytes: Math.round((most - before) / 1e6) };
  } finally {
    clearInterval(watch);
    await database.close();
    await rm(root, { recursive: true, force: true });
  }
}
