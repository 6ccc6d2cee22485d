import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { historyWorld, wideMapping } from '../../testing/history-world.js';
import { NaiveStore } from '../../testing/naive-store.js';
import { storedRollUps } from '../../testing/stored-roll-ups.js';
import type { TestMachine, TestMessage } from '../../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../../testing/telemetry-world.js';
import { reportOf } from './report.js';

const FROM = Date.UTC(2026, 4, 30, 20);
const ALL: TimeRange = { fromMs: FROM - 9 * DAY_MS, toMs: FROM + 9 * DAY_MS };

let world: TelemetryWorld;
let history: Awaited<ReturnType<typeof historyWorld>>;
beforeAll(async () => {
  world = await telemetryWorld();
  history = await historyWorld(world);
});
afterAll(async () => {
  await history.close();
  await world.close();
});
guardBystander({ database: () => world.database });

const iso = (ms: number): string => new Date(ms).toISOString();
const csv = (keys: readonly string[], rows: readonly TestMessage[]): string => [['time', ...keys].join(), ...rows.map(({ atMs, values }) => [iso(atMs), ...keys.map((key) => String(values[key] ?? ''))].join())].join('\n');
const every = (stepMs: number, count: number, values: (n: number) => TestMessage['values'], fromMs = FROM): TestMessage[] => Array.from({ length: count }, (_, n) => ({ atMs: fromMs + n * stepMs, values: values(n) }));

async function expectShown(machine: TestMachine, naive: NaiveStore, keys: readonly string[]): Promise<void> {
  await history.cases.rollUpBefore();
  const reader = world.a.app('telemetry:read');
  const [minutes, hours] = [await storedRollUps(world, machine, 'minute'), await storedRollUps(world, machine, 'hour')];
  for (const key of keys) {
    const [series] = await world.database.sql<{ id: number }>('SELECT id FROM series WHERE device_id = $1 AND key = $2', [machine.deviceId, key]);
    const points = await world.db.tenant.transaction(reader, (tx) => history.cases.readPoints.seriesPoints(tx, series!.id, ALL));
    expect(points).toEqual(naive.numbers(key));
    const nearly = (widthMs: number) => naive.buckets(key, widthMs).map((bucket) => ({ ...bucket, sum: expect.closeTo(bucket.sum, 6) as unknown }));
    expect(minutes(key)).toEqual(nearly(MINUTE_MS));
    expect(hours(key)).toEqual(nearly(HOUR_MS));
  }
}

const usedPoints = async (): Promise<number> => (await world.database.sql<{ n: number }>(`SELECT COALESCE(sum(quantity), 0)::float8 AS n FROM meter_reading WHERE meter = 'pointsADay' AND tenant_id = $1`, [world.a.actor.tenantId]))[0]?.n ?? 0;
const latest = async (machine: TestMachine) => Object.fromEntries((await history.cases.latestValues.ofDevices(world.a.actor, [machine.deviceId])).map(({ series, value }) => [series.key, value]));
const naiveOf = (...lists: readonly (readonly TestMessage[])[]): NaiveStore => {
  const naive = new NaiveStore();
  for (const list of lists) naive.add(list);
  return naive;
};

describe('an import', () => {
  it('brings a file to a machine that sent nothing yet: points, minutes, hours, newest values, use of the plan', async () => {
    const machine = await world.a.machine('new');
    const rows = every(10 * MINUTE_MS, 300, (n) => ({ t: n / 8, p: 3 }));
    const { id, look, state } = await history.send(csv(['t', 'p'], rows));
    expect([state, look?.guess.metrics.map(({ key }) => key)]).toEqual(['mapping', ['t', 'p']]);
    const before = await usedPoints();
    const checked = await history.checked(id, wideMapping(machine.deviceId, ['t', 'p']));
    expect(checked).toMatchObject({ state: 'checked', added: 0 });
    expect(reportOf(checked.report)).toMatchObject({ rows: 300, points: 600, numbers: 600, firstMs: FROM, lastMs: rows.at(-1)!.atMs, faults: {}, machines: 1, newMetrics: 2, same: 0, different: 0, counted: 600, beyondPlan: 0 });
    expect(await world.database.sql('SELECT 1 FROM series WHERE device_id = $1', [machine.deviceId])).toEqual([]);
    expect(await history.press(id, 'run')).toMatchObject({ state: 'done', added: 600, replaced: 0, kept: 0, refused: 0 });
    await expectShown(machine, naiveOf(rows), ['t', 'p']);
    expect(await latest(machine)).toEqual({ t: 299 / 8, p: 3 });
    expect(await usedPoints()).toBe(before + 600);
    expect(await history.folder.received(world.a.actor.tenantId, id)).toBe(0);
    expect(await history.press(id, 'undo')).toMatchObject({ state: 'undone' });
    await expectShown(machine, new NaiveStore(), ['t', 'p']);
    expect(await latest(machine)).toEqual({});
  });

  it.each([
    ['in rows', false],
    ['in blocks', true],
  ])('keeps or replaces what is there %s, tells how much that is before, and gives back what it replaced', async (where, isCompacted) => {
    const machine = await world.a.machine(`known ${where}`);
    const sent = every(20 * MINUTE_MS, 150, (n) => ({ t: n, u: 1 }));
    await world.writer.write(machine, sent);
    await history.cases.rollUpBefore();
    if (isCompacted) await history.cases.compact(machine);
    // Every other reading stands at a stamp that there is, and of these every third says the same.
    const rows = every(10 * MINUTE_MS, 300, (n) => ({ t: n % 6 === 0 ? n / 2 : 1_000 + n }));
    const file = csv(['t'], rows);
    const { id } = await history.send(file);
    const checked = await history.checked(id, wideMapping(machine.deviceId, ['t']));
    expect(reportOf(checked.report)).toMatchObject({ points: 300, same: 50, different: 100, counted: 150, newMetrics: 0 });
    expect(await history.press(id, 'run')).toMatchObject({ state: 'done', added: 150, replaced: 0, kept: 150 });
    await expectShown(machine, naiveOf(rows, sent), ['t', 'u']);
    expect(await latest(machine)).toEqual({ t: 1_299, u: 1 });
    expect(await history.press(id, 'undo')).toMatchObject({ state: 'undone' });
    await expectShown(machine, naiveOf(sent), ['t', 'u']);
    expect(await latest(machine)).toEqual({ t: 149, u: 1 });

    const again = await history.send(file);
    expect(again.mapping).toMatchObject({ deviceId: machine.deviceId, metrics: [{ key: 't' }] });
    await history.checked(again.id, wideMapping(machine.deviceId, ['t']), true);
    expect(await history.press(again.id, 'run')).toMatchObject({ state: 'done', added: 150, replaced: 100, kept: 50 });
    await expectShown(machine, naiveOf(sent, rows), ['t', 'u']);
    expect(await history.press(again.id, 'undo')).toMatchObject({ state: 'undone' });
    await expectShown(machine, naiveOf(sent), ['t', 'u']);
  });

  it('takes back what it brought, and neither what a machine said since, in rows or in blocks, nor what another import brought', async () => {
    const machine = await world.a.machine('layered');
    const base = every(HOUR_MS, 30, (n) => ({ t: n }));
    await world.writer.write(machine, base);
    const [first, second] = [every(HOUR_MS, 30, (n) => ({ t: 100 + n })), every(2 * HOUR_MS, 20, (n) => ({ t: 200 + n }))];
    const ids: string[] = [];
    for (const rows of [first, second]) {
      const { id } = await history.send(csv(['t'], rows));
      await history.checked(id, wideMapping(machine.deviceId, ['t']), true);
      expect((await history.press(id, 'run')).state).toBe('done');
      ids.push(id);
    }
    const since = [
      { atMs: FROM + HOUR_MS, values: { t: 101 } },
      { atMs: FROM + 4 * HOUR_MS, values: { t: 202 } },
    ];
    await world.writer.write(machine, since);
    await history.cases.compact(machine);
    const later = [{ atMs: FROM + 2 * HOUR_MS, values: { t: 7 } }];
    await world.writer.write(machine, later);
    await expectShown(machine, naiveOf(base, first, second, since, later), ['t']);
    // The first goes from under the second.
    expect((await history.press(ids[0]!, 'undo')).state).toBe('undone');
    await expectShown(machine, naiveOf(base, second, since, later), ['t']);
    expect((await history.press(ids[1]!, 'undo')).state).toBe('undone');
    await expectShown(machine, naiveOf(base, since, later), ['t']);
    expect(await world.database.sql('SELECT 1 FROM history_layer WHERE import_id = ANY($1::uuid[])', [ids])).toEqual([]);
  });

  it('of long ago leaves the newest values alone', async () => {
    const machine = await world.a.machine('old');
    await world.writer.write(machine, every(HOUR_MS, 2, (n) => ({ t: n, u: 'on' }), FROM + 2 * DAY_MS));
    const { id } = await history.send(csv(['t'], every(HOUR_MS, 5, (n) => ({ t: 70 + n }))));
    await history.checked(id, wideMapping(machine.deviceId, ['t']));
    await history.press(id, 'run');
    expect(await latest(machine)).toEqual({ t: 1, u: 'on' });
  });

  it('does not bring back what somebody deleted since', async () => {
    const machine = await world.a.machine('deleted');
    const base = every(HOUR_MS, 10, (n) => ({ t: n }));
    await world.writer.write(machine, base);
    const { id } = await history.send(csv(['t'], every(HOUR_MS, 10, (n) => ({ t: 50 + n }))));
    await history.checked(id, wideMapping(machine.deviceId, ['t']), true);
    await history.press(id, 'run');
    expect(await latest(machine)).toEqual({ t: 59 });
    const seriesIds = [await world.writer.seriesId(machine, 't', 0)];
    await history.cases.forgetReadings.execute(world.a.actor, { deviceId: machine.deviceId, seriesIds, range: { fromMs: FROM, toMs: FROM + 3 * HOUR_MS } }, new AbortController().signal);
    await history.press(id, 'undo');
    await expectShown(machine, naiveOf(base.slice(3)), ['t']);
  });
});

describe('a check', () => {
  it('tells what is wrong, where, and how often, and what would be left out; and leaves no trace', async () => {
    await world.a.machine('1# press');
    const rows = ['when;machine;tag;value', '30.05.2026 20:00;1# press;t;1,5', '30.05.2026 20:00;1# PRESS;p;2', 'soon;1# press;t;1', '30.05.2026 21:00;2# press;t;1', '30.05.2026 22:00;1# press;t;x', '01.01.1999 00:00;1# press;t;1', '01.01.2050 00:00;1# press;t;1', '30.05.2026 23:00;1# press;;1', '30.05.2026 23:30;1# press;t;-', '29.03.2026 02:30;1# press;t;9', '30.05.2026 20:00;1# press;t;1,5'];
    const { id, look } = await history.send(rows.join('\r\n'));
    expect(look?.guess).toMatchObject({ headerRows: 1, timeColumns: [0], timeFormat: 'day-month-year', machineColumn: 1, long: { metricColumn: 2, valueColumn: 3 }, decimalMark: ',' });
    const { timeZone: _, ...guess } = { timeZone: '', ...look!.guess };
    const checked = await history.checked(id, { ...guess, timeZone: 'Europe/Berlin', deviceId: null, long: { metricColumn: 2, valueColumn: 3, kind: 'number' } });
    expect(reportOf(checked.report)).toMatchObject({
      rows: 11,
      points: 3,
      repeated: 1,
      machines: 1,
      newMetrics: 2,
      odd: { gap: 1 },
      faults: { TIME_UNREADABLE: 1, MACHINE_UNKNOWN: 1, NUMBER: 1, TIME_TOO_OLD: 1, TIME_AHEAD: 1, METRIC_MISSING: 1 },
      firstFaults: [
        { row: 4, column: 0, kind: 'TIME_UNREADABLE', text: 'soon' },
        { row: 5, column: 1, kind: 'MACHINE_UNKNOWN', text: '2# press' },
        { row: 6, column: 3, kind: 'NUMBER', text: 'x' },
        { row: 7, kind: 'TIME_TOO_OLD' },
        { row: 8, kind: 'TIME_AHEAD' },
        { row: 9, column: 2, kind: 'METRIC_MISSING' },
      ],
    });
    expect((await history.press(id, 'cancel')).state).toBe('cancelled');
    expect(await history.folder.received(world.a.actor.tenantId, id)).toBe(0);
  });

  it('says which points the plan would not take, and the import leaves out the days that are full', async () => {
    const machine = await world.a.machine('full');
    const { id } = await history.send(csv(['t'], every(HOUR_MS, 10, (n) => ({ t: n }))));
    await world.database.sql(`INSERT INTO full_day (tenant_id, day, from_at, to_at, points) VALUES ($1, '2026-05-31', '2026-05-30T22:00:00Z', '2026-05-31T02:00:00Z', 1)`, [world.a.actor.tenantId]);
    await history.checked(id, wideMapping(machine.deviceId, ['t']));
    expect(await history.press(id, 'run')).toMatchObject({ state: 'done', added: 6, refused: 4 });
    await world.database.sql('DELETE FROM full_day WHERE tenant_id = $1', [world.a.actor.tenantId]);
  });
});

describe('a file', () => {
  it('is sent in parts; what comes twice or out of turn is told how far it is', async () => {
    const bytes = Buffer.from(csv(['t'], every(HOUR_MS, 5, (n) => ({ t: n }))));
    const { id } = await history.begin.execute(world.a.actor, { name: 'a.csv', bytes: bytes.length });
    async function* part(from: number, to: number, breaks = false): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytes.subarray(from, to));
      if (breaks) throw new Error('the line went');
    }
    const receive = (offset: number, content: AsyncGenerator<Uint8Array>): Promise<number> => history.begin.receive(world.a.actor, { importId: id, offset, content });
    expect(await receive(0, part(0, 40))).toBe(40);
    await expect(receive(0, part(0, 40))).rejects.toMatchObject({ code: 'HISTORY.OFFSET', details: { receivedBytes: 40 } });
    await expect(receive(40, part(40, 60, true))).rejects.toThrow('the line went');
    const come = await history.folder.received(world.a.actor.tenantId, id);
    expect([40, 60]).toContain(come);
    expect(await receive(come, part(come, bytes.length))).toBe(bytes.length);
    expect((await history.get(id)).state).toBe('looking');
    await history.work(id);
    expect((await history.get(id)).look?.rows).toHaveLength(6);
  });

  it('is not taken beside others that are together as long as may lie there', async () => {
    const { maxBytes } = history.folder;
    const [{ before }] = await world.database.sql<{ before: string }>(`SELECT COALESCE(sum(file_bytes), 0) AS before FROM history_import WHERE tenant_id = $1 AND state NOT IN ('done', 'failed', 'cancelled', 'undone')`, [world.a.actor.tenantId]) as [{ before: string }];
    const begin = (bytes: number): Promise<{ id: string }> => history.begin.execute(world.a.actor, { name: 'long.csv', bytes });
    const long = await begin(maxBytes);
    await expect(begin(maxBytes - Number(before) + 1)).rejects.toMatchObject({ code: 'HISTORY.TOO_MUCH', details: { mostBytes: 2 * maxBytes, openBytes: maxBytes + Number(before) } });
    const rest = await begin(maxBytes - Number(before));
    for (const { id } of [long, rest]) await history.step.execute(world.a.actor, id, 'cancel');
    await expect(begin(1)).resolves.toMatchObject({ state: 'sending' });
  });

  it('that is no table says so, and is gone', async () => {
    const sent = await history.send(Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3]));
    expect(sent).toMatchObject({ state: 'failed', failureCode: 'TABLE.FORMAT' });
    expect(await history.folder.received(world.a.actor.tenantId, sent.id)).toBe(0);
  });

  it('is nobody else’s', async () => {
    const { id } = await history.send(csv(['t'], every(HOUR_MS, 2, (n) => ({ t: n }))));
    const other = world.b.actor;
    const ways: (() => Promise<unknown>)[] = [() => history.read.one(other, id), () => history.step.execute(other, id, 'cancel'), () => history.check.execute(other, { importId: id, mapping: wideMapping('00000000-0000-4000-8000-000000000000', ['t']), replaces: false })];
    for (const way of ways) await expect(Promise.resolve().then(way)).rejects.toMatchObject({ code: 'HISTORY.NOT_FOUND' });
    const machine = await world.b.machine('theirs');
    await expect(history.check.execute(world.a.actor, { importId: id, mapping: wideMapping(machine.deviceId, ['t']), replaces: false })).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND' });
    await history.press(id, 'cancel');
  });
});
