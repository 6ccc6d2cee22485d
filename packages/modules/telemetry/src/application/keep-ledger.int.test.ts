import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PointMeter } from '@tenon/billing';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, tenantId, type TimeRange } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { CompactionRepository } from '../persistence/compaction.repository.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { DirtyMinutesRepository } from '../persistence/dirty-minutes.repository.js';
import { HeadRepository } from '../persistence/head.repository.js';
import { LedgerDayRepository } from '../persistence/ledger-day.repository.js';
import { LedgerDueRepository } from '../persistence/ledger-due.repository.js';
import { LedgerGapRepository } from '../persistence/ledger-gap.repository.js';
import { LedgerMachineRepository } from '../persistence/ledger-machine.repository.js';
import { LedgerStampRepository } from '../persistence/ledger-stamp.repository.js';
import { PointRepository } from '../persistence/point.repository.js';
import { RollUpRepository } from '../persistence/roll-up.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { CompactPoints } from './compact-points.js';
import { CorrectHeads } from './correct-heads.js';
import { ForgetReadings } from './forget-readings.js';
import { KeepLedger } from './keep-ledger.js';
import { LookAtMachine } from './look-at-machine.js';
import { MovePoints } from './move-points.js';
import { RollUp } from './roll-up.js';

const DAY = Date.UTC(2026, 2, 30);
const STEP = 10 * SECOND_MS;

let world: TelemetryWorld;
let rollUp: RollUp;
let keep: KeepLedger;
beforeAll(async () => {
  world = await telemetryWorld();
  rollUp = new RollUp(world.db.tenant, new DirtyMinutesRepository(), new RollUpRepository(), new PointMeter());
  const machines = new LedgerMachineRepository();
  const look = new LookAtMachine(machines, new LedgerStampRepository(), new LedgerDayRepository(), new LedgerGapRepository(), new ConnectionRepository());
  keep = new KeepLedger(world.db.tenant, new LedgerDueRepository(), machines, look);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const at = (minutes: number): number => DAY + minutes * MINUTE_MS;
/** A machine made at the day's begin. */
async function machineOf(name: string): Promise<TestMachine> {
  const machine = await world.a.machine(name);
  await world.database.sql(`UPDATE device SET created_at = $2 WHERE id = $1`, [machine.deviceId, new Date(DAY)]);
  return machine;
}
const readings = (fromMs: number, toMs: number, delayMs = 20): TestMessage[] =>
  Array.from({ length: (toMs - fromMs) / STEP }, (_, n) => ({ atMs: fromMs + n * STEP, arrival: (fromMs + n * STEP + delayMs) * 1_000, values: { t: n } }));

async function brought(outages: TimeRange[] = []): Promise<void> {
  const id = tenantId(world.a.actor.tenantId);
  while ((await rollUp.execute(id, { beforeMs: DAY + 9 * DAY_MS, maxMinutes: 10_000 })).hasMore);
  while ((await keep.execute(id, { outages, before: new Date(Date.now() + HOUR_MS) })) > 0);
}
async function sums({ deviceId }: TestMachine) {
  const [row] = await world.database.sql(`SELECT sum(kept_sum)::int AS kept, sum(repeats_sum)::int AS repeats, sum(late_sum)::int AS late, sum(absent_sum)::int AS absent FROM ledger_day WHERE device_id = $1`, [deviceId]);
  return row;
}
async function gaps({ deviceId }: TestMachine) {
  const rows = await world.database.sql<{ from: Date; to: Date; cause: string; absent: number; recovered: number | null }>(
    `SELECT from_at AS from, to_at AS to, cause, absent, recovered FROM ledger_gap WHERE device_id = $1 ORDER BY from_at, to_at`, [deviceId]);
  return rows.map(({ from, to, ...rest }) => ({ from: (from.getTime() - DAY) / MINUTE_MS, to: (to.getTime() - DAY) / MINUTE_MS, ...rest }));
}
const cadence = async ({ deviceId }: TestMachine) => (await world.database.sql(`SELECT interval_ms AS "intervalMs", basis FROM ledger_machine WHERE device_id = $1`, [deviceId]))[0];

describe('KeepLedger', () => {
  it('counts what came once, what came again and what came late, and is right however often it looks', async () => {
    const machine = await machineOf('counts');
    await world.writer.write(machine, readings(at(0), at(40)));
    await brought();
    expect([await sums(machine), await cadence(machine), await gaps(machine)]).toEqual([{ kept: 240, repeats: 0, late: 0, absent: 0 }, { intervalMs: STEP, basis: 'learnt' }, []]);
    // A machine whose acknowledgements were lost sends again, and one that waited sends late.
    await world.writer.write(machine, readings(at(35), at(40), 900));
    await world.writer.write(machine, readings(at(40), at(50), HOUR_MS));
    await brought();
    expect(await sums(machine)).toEqual({ kept: 300, repeats: 30, late: 60, absent: 0 });
    await world.database.sql(`INSERT INTO ledger_due (tenant_id, device_id, from_at, to_at) VALUES ($1, $2, $3, $4)`, [machine.tenantId, machine.deviceId, new Date(at(-60)), new Date(at(180))]);
    await brought();
    expect(await sums(machine)).toEqual({ kept: 300, repeats: 30, late: 60, absent: 0 });
  });

  it('counts nothing of a batch that was not committed, and all of it when it is sent again', async () => {
    const machine = await machineOf('killed');
    await world.writer.write(machine, readings(at(0), at(10)));
    await expect(world.writer.write(machine, readings(at(10), at(20)), () => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
    await brought();
    expect(await sums(machine)).toMatchObject({ kept: 60, repeats: 0 });
    await world.writer.write(machine, readings(at(10), at(20)));
    await brought();
    expect(await sums(machine)).toMatchObject({ kept: 120, repeats: 0 });
  });

  it('is brought no further by a worker that dies on the way, and loses nothing', async () => {
    const machine = await machineOf('dying');
    await world.writer.write(machine, readings(at(0), at(20)));
    while ((await rollUp.execute(tenantId(machine.tenantId), { beforeMs: DAY + DAY_MS, maxMinutes: 10_000 })).hasMore);
    const stamps = new LedgerStampRepository();
    stamps.around = () => Promise.reject(new Error('killed'));
    const machines = new LedgerMachineRepository();
    const dying = new KeepLedger(world.db.tenant, new LedgerDueRepository(), machines, new LookAtMachine(machines, stamps, new LedgerDayRepository(), new LedgerGapRepository(), new ConnectionRepository()));
    await expect(dying.execute(tenantId(machine.tenantId), { outages: [], before: new Date(Date.now() + HOUR_MS) })).rejects.toThrow('killed');
    expect(await sums(machine)).toEqual({ kept: null, repeats: null, late: null, absent: null });
    await brought();
    expect(await sums(machine)).toMatchObject({ kept: 120 });
  });

  it('finds what is absent, tells why, and notes what comes after all', async () => {
    const machine = await machineOf('gaps');
    await world.database.sql(`INSERT INTO connection_span (tenant_id, device_id, from_at, to_at, gateway_id) VALUES ($1, $2, $3, $4, 'g'), ($1, $2, $5, NULL, 'g')`, [machine.tenantId, machine.deviceId, new Date(at(0)), new Date(at(100)), new Date(at(160))]);
    await world.writer.write(machine, [...readings(at(0), at(60)), ...readings(at(80), at(100)), ...readings(at(160), at(200)), ...readings(at(230), at(240))]);
    await brought([{ fromMs: at(205), toMs: at(215) }]);
    expect(await gaps(machine)).toEqual([
      { from: expect.closeTo(59.83, 1), to: 80, cause: 'silent', absent: 120, recovered: null },
      { from: expect.closeTo(99.83, 1), to: 160, cause: 'away', absent: expect.closeTo(360, -1), recovered: null },
      { from: expect.closeTo(199.83, 1), to: 205, cause: 'silent', absent: expect.closeTo(30, -1), recovered: null },
      { from: 205, to: 215, cause: 'platform', absent: expect.closeTo(60, -1), recovered: null },
      { from: 215, to: 230, cause: 'silent', absent: expect.closeTo(90, -1), recovered: null },
    ]);
    // The machine had kept half an hour of what it could not say, and sends it.
    await world.writer.write(machine, readings(at(60), at(70), 3 * HOUR_MS));
    await brought([{ fromMs: at(205), toMs: at(215) }]);
    const [filled, left] = await gaps(machine);
    expect([filled, left]).toEqual([{ from: expect.closeTo(59.83, 1), to: 80, cause: 'silent', absent: 120, recovered: 60 }, { from: expect.closeTo(69.83, 1), to: 80, cause: 'silent', absent: 60, recovered: null }]);
    expect(await gaps(machine)).toHaveLength(6);
  });

  it('expects nothing of what sends by change, and what the type says of what has one', async () => {
    const [byChange, typed] = [await machineOf('by-change'), await machineOf('typed')];
    await world.writer.write(byChange, Array.from({ length: 50 }, (_, n) => ({ atMs: at(0) + n ** 3 * 130 + (n % 2) * 40_000, values: { t: n } })));
    await world.database.sql(`INSERT INTO device_type (tenant_id, id, name) VALUES ($1, gen_random_uuid(), 'type')`, [typed.tenantId]);
    await world.database.sql(`INSERT INTO device_type_version (tenant_id, type_id, version, model, published_at) SELECT tenant_id, id, 1, '{"metrics": [{"intervalMs": 60000}, {"intervalMs": 5000}, {"intervalMs": null}]}', now() FROM device_type WHERE tenant_id = $1`, [typed.tenantId]);
    await world.database.sql(`UPDATE device SET type_id = (SELECT id FROM device_type WHERE tenant_id = $1) WHERE id = $2`, [typed.tenantId, typed.deviceId]);
    await world.writer.write(typed, readings(at(0), at(10)));
    await brought();
    expect([await cadence(byChange), await gaps(byChange)]).toEqual([{ intervalMs: null, basis: 'irregular' }, []]);
    expect([await cadence(typed), await sums(typed)]).toEqual([{ intervalMs: 5_000, basis: 'type' }, { kept: 60, repeats: 0, late: 0, absent: expect.closeTo(59, -1) }]);
  });

  it('keeps over a compaction what blocks do not tell, and counts later rows against them', async () => {
    const machine = await machineOf('folded');
    await world.writer.write(machine, [...readings(at(0), at(60)), ...readings(at(0), at(10), 500), ...readings(at(70), at(80), HOUR_MS)]);
    await brought();
    const before = await sums(machine);
    expect(before).toEqual({ kept: 420, repeats: 60, late: 60, absent: 0 });
    const compactions = new CompactionRepository();
    const compact = new CompactPoints(world.db.tenant, compactions, new MovePoints(compactions));
    const compacted = async () => { while ((await compact.execute(tenantId(machine.tenantId), { deviceId: machine.deviceId, beforeMs: DAY + DAY_MS })).hasMore); };
    await compacted();
    await world.writer.write(machine, [...readings(at(50), at(60), 700), ...readings(at(60), at(70), 9 * HOUR_MS)]);
    await brought();
    const after = { kept: 480, repeats: 120, late: 120, absent: 0 };
    expect(await sums(machine)).toEqual(after);
    expect((await gaps(machine)).map(({ absent, recovered }) => [absent, recovered])).toEqual([[60, 60]]);
    await compacted();
    await world.database.sql(`INSERT INTO ledger_due (tenant_id, device_id, from_at, to_at) VALUES ($1, $2, $3, $4)`, [machine.tenantId, machine.deviceId, new Date(at(0)), new Date(at(90))]);
    await brought();
    expect(await sums(machine)).toEqual(after);
  });

  it('does not call missing what a person deleted', async () => {
    const machine = await machineOf('deleted');
    await world.writer.write(machine, readings(at(0), at(120)));
    await brought();
    const compactions = new CompactionRepository();
    const forget = new ForgetReadings(world.db.tenant, compactions, new MovePoints(compactions), rollUp, new CorrectHeads(new HeadRepository(), new SeriesSourceRepository(), new PointRepository()));
    const seriesId = await world.writer.seriesId(machine, 't', 1);
    await forget.execute(world.a.actor, { deviceId: machine.deviceId, seriesIds: [seriesId], range: { fromMs: at(30), toMs: at(60) } }, new AbortController().signal);
    await world.writer.write(machine, readings(at(120), at(130)));
    await world.database.sql(`INSERT INTO ledger_due (tenant_id, device_id, from_at, to_at) VALUES ($1, $2, $3, $4)`, [machine.tenantId, machine.deviceId, new Date(at(0)), new Date(at(120))]);
    await brought();
    expect([await sums(machine), await gaps(machine)]).toEqual([{ kept: 780, repeats: 0, late: 0, absent: 0 }, []]);
  });
});
