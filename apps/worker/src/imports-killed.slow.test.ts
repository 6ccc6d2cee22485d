import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { HOUR_MS, SECOND_MS } from '@tenon/kernel';
import { historyWorld, wideMapping } from '../../../packages/modules/telemetry/src/testing/history-world.js';
import { NaiveStore } from '../../../packages/modules/telemetry/src/testing/naive-store.js';
import { storedRollUps } from '../../../packages/modules/telemetry/src/testing/stored-roll-ups.js';
import { telemetryWorld, type TelemetryWorld } from '../../../packages/modules/telemetry/src/testing/telemetry-world.js';
import type { TestMachine, TestMessage } from '../../../packages/modules/telemetry/src/testing/telemetry-writer.js';
import { WorkerProcess } from './testing/worker-process.js';

/** BullMQ lets go of a job half a minute after its worker died, so each kill takes that long. */
const TIME_LIMIT_MS = 20 * 60_000;
const KILLS = { checking: 4, running: 4, undoing: 2 } as const;
const ROWS = 400_000;
const FROM = Date.UTC(2026, 4, 1);
const KEYS = ['t', 'p', 'kwh'];

let world: TelemetryWorld;
let history: Awaited<ReturnType<typeof historyWorld>>;
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
  world = await telemetryWorld();
  history = await historyWorld(world, { maxBytes: 100_000_000 });
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'tenon-imports-killed-'));
}, TIME_LIMIT_MS);
afterEach(kill);
afterAll(async () => {
  await history.close();
  await rm(dataDir, { recursive: true, force: true });
  await world.close();
});

const valuesAt = (n: number): TestMessage['values'] => ({ t: (n % 1_000) / 8, p: n % 7 === 0 ? 3 : 4, kwh: n });

/** Kills workers while an import is in a state, each time when it has come some way further; then lets one bring it to its end. */
async function killedWhile(id: string, state: keyof typeof KILLS, until: string): Promise<void> {
  const far = async (): Promise<{ state: string; come: number }> => {
    const row = await history.get(id);
    return { state: row.state, come: row.rowsRead + row.piecesDone };
  };
  let { come } = await far();
  for (let kills = 0; kills < KILLS[state]; kills += 1) {
    await start();
    // As soon as it came further, or a moment later: in the middle of a step.
    for (let now = await far(); now.come <= come && now.state === state; now = await far()) await setImmediate();
    for (let turns = randomInt(300); turns > 0; turns -= 1) await setImmediate();
    await kill();
    const now = await far();
    expect(now.come).toBeGreaterThanOrEqual(come);
    process.stderr.write(`  killed: ${now.state}, ${now.come}\n`);
    if (now.state !== state) break;
    come = now.come;
  }
  await start();
  while ((await far()).state !== until) await setImmediate();
  await kill();
}

async function expectWhole(machine: TestMachine, naive: NaiveStore): Promise<void> {
  await history.cases.rollUpBefore();
  const hours = await storedRollUps(world, machine, 'hour');
  for (const key of KEYS) {
    const [series] = await world.database.sql<{ id: number }>('SELECT id FROM series WHERE device_id = $1 AND key = $2', [machine.deviceId, key]);
    const points = await world.db.tenant.transaction(world.a.app('telemetry:read'), (tx) => history.cases.readPoints.seriesPoints(tx, series!.id, { fromMs: FROM, toMs: FROM + 30 * 24 * HOUR_MS }));
    const expected = naive.numbers(key);
    expect({ key, count: points.length, isSame: points.every(({ atMs, value }, at) => atMs === expected[at]?.atMs && value === expected[at]?.value) }).toEqual({ key, count: expected.length, isSame: true });
    expect(hours(key).map(({ fromMs, count }) => [fromMs, count])).toEqual(naive.buckets(key, HOUR_MS).map(({ fromMs, count }) => [fromMs, count]));
  }
}

it('an import whose worker is killed ten times, while it reads, writes and takes back, has each reading once, and is gone without a trace', async () => {
  const machine = await world.a.machine('killed');
  const sent: TestMessage[] = Array.from({ length: 300 }, (_, n) => ({ atMs: FROM + n * HOUR_MS, values: { t: -n, p: -1, kwh: -2 } }));
  await world.writer.write(machine, sent);
  const before = new NaiveStore();
  before.add(sent);
  const rows: TestMessage[] = Array.from({ length: ROWS }, (_, n) => ({ atMs: FROM + n * 4 * SECOND_MS, values: valuesAt(n) }));
  const text = ['time,t,p,kwh', ...rows.map(({ atMs, values }) => `${new Date(atMs).toISOString()},${values['t']},${values['p']},${values['kwh']}`)].join('\n');
  const bytes = Buffer.byteLength(text);
  const { id } = await history.begin.execute(world.a.actor, { name: 'killed.csv', bytes });
  // Where the worker's processes look for it.
  const file = path.join(dataDir, 'exports', world.a.actor.tenantId, 'imports', id);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  await world.database.sql(`UPDATE history_import SET state = 'mapping', look = $2 WHERE id = $1`, [id, JSON.stringify({ form: { kind: 'csv', encoding: 'utf-8', separator: ',' }, rows: [], guess: null })]);

  await history.check.execute(world.a.actor, { importId: id, mapping: wideMapping(machine.deviceId, KEYS), replaces: true });
  await killedWhile(id, 'checking', 'checked');
  const checked = await history.get(id);
  expect(checked.report).toMatchObject({ rows: ROWS, points: ROWS * KEYS.length, repeated: 0, same: 0, different: 900, faults: {} });

  await history.step.execute(world.a.actor, id, 'run');
  await killedWhile(id, 'running', 'done');
  expect(await history.get(id)).toMatchObject({ added: ROWS * KEYS.length - 900, replaced: 900, kept: 0, refused: 0 });
  const after = new NaiveStore();
  after.add([...sent, ...rows]);
  await expectWhole(machine, after);

  await history.step.execute(world.a.actor, id, 'undo');
  await killedWhile(id, 'undoing', 'undone');
  await expectWhole(machine, before);
  expect(await world.database.sql('SELECT 1 FROM history_piece WHERE import_id = $1 UNION ALL SELECT 1 FROM history_layer WHERE import_id = $1', [id])).toEqual([]);
}, TIME_LIMIT_MS);
