import { execFile } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { ERASED_TABLES, EXPORTED_TABLES, TELEMETRY_TABLES } from '@tenon/domain/exit';
import { ExportFolder } from '../../../packages/modules/exit/src/files/export-folder.js';
import { readBundle, type BundleContent } from '../../../packages/modules/exit/src/testing/bundle-content.js';
import { erasureWorld, type ErasureWorld } from '../../../packages/modules/exit/src/testing/erasure-world.js';
import { WorkerProcess } from './testing/worker-process.js';

/** BullMQ lets go of a job half a minute after its worker died, so each kill takes that long. */
const TIME_LIMIT_MS = 15 * 60_000;
const MACHINES = 20;
const MESSAGES = 3_000;
const REFUSALS = 30_000;
const AT = Date.parse('2026-03-01T00:00:00Z');
/** To these a running worker adds by itself, as the notice that the export is ready. */
const GROWS = /^(notice|meter_reading)/;
const VERIFY = fileURLToPath(new URL('../../api/bundle/verify-bundle.mjs', import.meta.url));

let world: ErasureWorld;
let dataDir: string;
let worker: WorkerProcess | undefined;

const start = async (): Promise<void> => {
  worker = await WorkerProcess.start({ DATABASE_URL: world.database.databaseUrl, TENON_DATA_DIR: dataDir });
};
const kill = async (): Promise<void> => {
  await worker?.kill();
  worker = undefined;
};

beforeAll(async () => {
  world = await erasureWorld();
  dataDir = path.dirname(path.dirname(world.folder.parts('x', 'y')));
  for (let n = 0; n < MACHINES; n += 1) {
    const machine = await world.a.machine(`机器 ${n}`);
    await world.writer.write(machine, Array.from({ length: MESSAGES }, (_, at) => ({ atMs: AT + at * 1_000, values: { kwh: Math.random() * 1e6, kw: Math.random(), state: at % 3 === 0 } })));
  }
}, TIME_LIMIT_MS);
afterEach(kill);
afterAll(() => world.close());

/** What is left in a folder, at any depth. */
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])) : []);

it('an export whose worker is killed while it reads, writes and binds is whole, has each row once, and is never told to be less far', async () => {
  const { tenantId } = world.a.actor;
  const folder = new ExportFolder(path.join(dataDir, 'exports'));
  const { id } = await world.request.execute(world.a.actor);
  let told = { filesDone: 0, rowsDone: 0 };
  const look = async (): Promise<{ state: string; filesDone: number; filesTotal: number; hasDraft: boolean }> => {
    const [row] = await world.read.execute(world.a.actor);
    const { state, filesDone, rowsDone, filesTotal } = row!;
    expect([filesDone >= told.filesDone, rowsDone >= told.rowsDone]).toEqual([true, true]);
    told = { filesDone, rowsDone };
    return { state, filesDone, filesTotal, hasDraft: filesIn(folder.parts(tenantId, id)).some((name) => name.startsWith('draft-')) };
  };
  type Seen = Awaited<ReturnType<typeof look>>;
  const records = EXPORTED_TABLES.length + 2;
  const random = [0, 1].map(() => records + 2 + randomInt(MACHINES * 3 - 4)).toSorted((a, b) => a - b);
  const moments: [string, (seen: Seen) => boolean][] = [
    ['reading', ({ state, filesDone, hasDraft }) => state === 'running' && filesDone === 0 && hasDraft],
    ...random.map((files): [string, (seen: Seen) => boolean] => [`writing, ${files} files`, ({ filesDone }) => filesDone >= files]),
    ['binding', ({ filesDone, filesTotal, hasDraft }) => filesDone === filesTotal && filesTotal > 0 && hasDraft],
  ];
  for (const [moment, isThere] of moments) {
    await start();
    for (let seen = await look(); !isThere(seen); seen = await look()) {
      expect({ moment, state: seen.state }).not.toEqual({ moment, state: 'ready' });
      await setImmediate();
    }
    await kill();
    process.stderr.write(`  killed: ${moment}\n`);
  }
  await start();
  while ((await look()).state !== 'ready') await setImmediate();
  const bundle = folder.bundle(tenantId, id);
  while (existsSync(folder.parts(tenantId, id))) await setImmediate();
  expect(filesIn(path.dirname(bundle))).toEqual([path.basename(bundle)]);
  const { stdout } = await promisify(execFile)(process.execPath, [VERIFY, bundle]);
  // With the manifest, its signature and the key.
  expect(stdout).toContain(`\n${told.filesDone + 3} files.`);
  await expectEachRowOnce(await readBundle(bundle));
  const ends = await world.database.sql(`SELECT 1 FROM audit_entry WHERE action = 'tenant.exported' AND details->>'exportId' = $1`, [id]);
  expect(ends).toHaveLength(1);
}, TIME_LIMIT_MS);

async function expectEachRowOnce(content: BundleContent): Promise<void> {
  for (const { table, owner = 'tenant_id', path: name } of EXPORTED_TABLES) {
    const rows = (JSON.parse(content.get(name)!.toString()) as object[]).map((row) => JSON.stringify(row));
    const [stored] = await world.database.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE ${owner} = $1`, [world.a.actor.tenantId]);
    expect({ name, repeated: rows.length - new Set(rows).size, missing: GROWS.test(table) ? 0 : stored!.count - rows.length }).toEqual({ name, repeated: 0, missing: 0 });
  }
  const index = JSON.parse(content.get('telemetry/index.json')!.toString()) as { path: string }[];
  expect(index).toHaveLength(MACHINES * 3);
  for (const { path: name } of index) {
    const times = content.get(name)!.toString().trimEnd().split('\r\n').slice(1).map((line) => line.split(',')[0]);
    expect({ name, lines: times.length, distinct: new Set(times).size }).toEqual({ name, lines: MESSAGES, distinct: MESSAGES });
  }
}

it('an erasure whose worker is killed ends with nothing left, and with one certificate that counts everything once', async () => {
  const { tenantId } = world.a.actor;
  const { sql } = world.database;
  const [device] = await sql<{ id: string }>('SELECT id FROM device WHERE tenant_id = $1 LIMIT 1', [tenantId]);
  await sql(`INSERT INTO device_refusal (tenant_id, device_id, code, details, sample, door) SELECT $1, $2, 'X' || n, '{}', '', 'mqtt' FROM generate_series(1, $3::int) AS n`, [tenantId, device!.id, REFUSALS]);
  await sql(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, 'owner', 'x', 'owner@aurora.example')`, [tenantId, randomUUID()]);
  const count = async (table: string): Promise<number> => (await sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE tenant_id = $1`, [tenantId]))[0]!.count;
  const tables = [...ERASED_TABLES, ...TELEMETRY_TABLES].filter((table) => table !== 'outbox');
  await sql(`UPDATE company_standing SET state = 'closed', held = '{"state": "active", "sinceDay": 0}', since_day = (now() AT TIME ZONE 'Asia/Shanghai')::date - 30 WHERE tenant_id = $1`, [tenantId]);
  await sql(`UPDATE tenant SET state = 'closed' WHERE id = $1`, [tenantId]);
  await world.erase.execute(tenantId);
  const before: Record<string, number> = {};
  for (const table of tables) before[table] = await count(table);
  const look = async (): Promise<{ counts: Record<string, number>; finishedAt: Date | null; certificate: string }> => (await sql<{ counts: Record<string, number>; finishedAt: Date | null; certificate: string }>('SELECT counts, finished_at AS "finishedAt", certificate FROM company_erasure WHERE tenant_id = $1', [tenantId]))[0]!;
  let tally = 0;
  for (let kills = 0; kills < 2; kills += 1) {
    await start();
    // As soon as it got further, or a little later.
    const further = tally + 1 + randomInt(5_000);
    for (;;) {
      const { counts, finishedAt } = await look();
      expect(finishedAt).toBeNull();
      const sum = Object.values(counts).reduce((a, b) => a + b, 0);
      expect(sum).toBeGreaterThanOrEqual(tally);
      if (sum >= further) break;
    }
    await kill();
    tally = Object.values((await look()).counts).reduce((a, b) => a + b, 0);
    process.stderr.write(`  killed: erasing, ${tally} rows\n`);
  }
  await start();
  while (!(await look()).finishedAt) await setImmediate();
  const { certificate } = await look();
  const { erased } = JSON.parse(certificate) as { erased: Record<string, number> };
  for (const table of tables) expect({ table, left: await count(table), erased: erased[table] ?? 0 }).toEqual({ table, left: 0, erased: before[table] });
  const mails = async (): Promise<unknown[]> => sql(`SELECT 1 FROM mail_message WHERE recipient = 'owner@aurora.example'`);
  while ((await mails()).length === 0) await setImmediate();
  while ((await sql(`SELECT 1 FROM outbox WHERE job = 'exit.erase-company' AND state <> 'done'`)).length > 0) await setImmediate();
  expect(await mails()).toHaveLength(1);
  expect(await sql(`SELECT 1 FROM audit_entry WHERE tenant_id = $1 AND action = 'tenant.erased'`, [tenantId])).toHaveLength(1);
  expect(filesIn(path.join(dataDir, 'exports', tenantId))).toEqual([]);
}, TIME_LIMIT_MS);
