import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR_MS, MINUTE_MS, tenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { CompletenessSourceRepository } from '../persistence/completeness-source.repository.js';
import { LedgerDayRepository, emptyDay } from '../persistence/ledger-day.repository.js';
import { LedgerGapRepository } from '../persistence/ledger-gap.repository.js';
import { StatementRepository } from '../persistence/statement.repository.js';
import type { TestCompany, TelemetryWorld } from '../testing/telemetry-world.js';
import { telemetryWorld } from '../testing/telemetry-world.js';
import { CompletenessLines } from './completeness-lines.js';
import { KeepStatements } from './keep-statements.js';
import { ReadCompleteness } from './read-completeness.js';
import { ReadMachineCompleteness } from './read-machine-completeness.js';

let world: TelemetryWorld;
let keep: KeepStatements;
let read: ReadCompleteness;
let readMachine: ReadMachineCompleteness;
beforeAll(async () => {
  world = await telemetryWorld();
  const [statements, source] = [new StatementRepository(), new CompletenessSourceRepository()];
  keep = new KeepStatements(world.db.tenant, statements, new CompletenessLines(source));
  read = new ReadCompleteness(world.db.tenant, statements);
  readMachine = new ReadMachineCompleteness(world.db.tenant, source, new LedgerDayRepository(), new LedgerGapRepository());
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

/** A machine of a company in this zone, with a ledger by the minute since the given instant, and one reading in each quarter-hour of a range. */
async function machineIn({ actor, machine }: TestCompany, timeZone: string, [from, to]: readonly [string, string]): Promise<string> {
  const { deviceId } = await machine(`in ${timeZone}`);
  await world.database.sql(`UPDATE tenant SET time_zone = $2 WHERE id = $1`, [actor.tenantId, timeZone]);
  await world.database.sql(`UPDATE device SET created_at = $2 WHERE id = $1`, [deviceId, from]);
  await world.database.sql(`INSERT INTO ledger_machine (tenant_id, device_id, from_at, interval_ms, basis, looked_at) VALUES ($1, $2, $3, 60000, 'learnt', now())`, [actor.tenantId, deviceId, from]);
  const days = new LedgerDayRepository();
  await world.db.tenant.transaction(actor, async (tx) => {
    for (let dayMs = Math.floor(Date.parse(from) / 86_400_000) * 86_400_000; dayMs < Date.parse(to); dayMs += 86_400_000) {
      const kept = emptyDay(deviceId, dayMs).kept.map((_, place) => (dayMs + place * 15 * MINUTE_MS >= Date.parse(from) && dayMs + place * 15 * MINUTE_MS < Date.parse(to) ? 1 : 0));
      await days.put(tx, { ...emptyDay(deviceId, dayMs), kept });
    }
  });
  return deviceId;
}
const gap = (company: TestCompany, deviceId: string, from: string, to: string, [cause, absent]: readonly [string, number]) =>
  world.database.sql(`INSERT INTO ledger_gap (tenant_id, id, device_id, from_at, to_at, cause, absent) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6)`, [company.actor.tenantId, deviceId, from, to, cause, absent]);
const round = (company: TestCompany, now: string) => keep.execute(tenantId(company.actor.tenantId), { now: new Date(now), outages: [] });
const stated = async (company: TestCompany, month: string) => {
  const { statement, totals } = await read.execute(company.actor, month);
  return statement && { revision: statement.revision, isFinal: statement.isFinal, kept: totals?.kept, expected: totals?.expected, missing: totals?.missing, changes: statement.changes.length };
};

describe('KeepStatements', () => {
  it('states a month of the company’s calendar once, an hour after it ended, and never changes it', async () => {
    const deviceId = await machineIn(world.a, 'Asia/Shanghai', ['2026-01-20T00:00:00Z', '2026-03-10T00:00:00Z']);
    // Over the turn of the month: a quarter of it is of February.
    await gap(world.a, deviceId, '2026-02-28T15:00:00Z', '2026-02-28T19:00:00Z', ['silent', 240]);
    await gap(world.a, deviceId, '2026-02-10T00:00:00Z', '2026-02-10T05:00:00Z', ['away', 300]);
    expect(await round(world.a, '2026-02-28T16:59:59Z')).toEqual(['2026-01', '2026-03']);
    expect(await stated(world.a, '2026-02')).toBeNull();
    expect(await round(world.a, '2026-02-28T17:00:00Z')).toContain('2026-02');
    const february = { revision: 1, isFinal: true, kept: 28 * 96, expected: 28 * 96 + 60, missing: 60, changes: 0 };
    expect(await stated(world.a, '2026-02')).toEqual(february);
    const { lines } = await read.forPaper(world.a.actor, '2026-02');
    expect(lines).toMatchObject([{ awayMs: 5 * HOUR_MS, missingMs: HOUR_MS, longestGapMs: HOUR_MS, completeness: 0.9782 }]);
    expect(await round(world.a, '2026-02-28T19:00:00Z')).not.toContain('2026-02');
    await expect(world.database.sql(`UPDATE completeness_statement SET changes = '[]' WHERE month = '2026-02' AND tenant_id = $1`, [world.a.actor.tenantId])).rejects.toThrow(/not changed/);
    expect(await stated(world.a, '2026-02')).toEqual(february);
  });

  it('makes a revision that names what arrived after all', async () => {
    await world.database.sql(`UPDATE ledger_gap SET filled_at = now() + interval '1 second', recovered = 240 WHERE tenant_id = $1 AND cause = 'silent'`, [world.a.actor.tenantId]);
    expect(await round(world.a, '2026-03-02T00:00:00Z')).toContain('2026-02');
    expect(await stated(world.a, '2026-02')).toEqual({ revision: 2, isFinal: true, kept: 28 * 96, expected: 28 * 96, missing: 0, changes: 1 });
    const [kept] = await world.database.sql(`SELECT count(*)::int AS n FROM completeness_statement WHERE month = '2026-02' AND tenant_id = $1`, [world.a.actor.tenantId]);
    expect(kept).toEqual({ n: 2 });
  });

  it('makes another where a gap is found that nobody knew of', async () => {
    const { lines } = await read.forPaper(world.a.actor, '2026-02');
    await gap(world.a, lines[0]?.deviceId ?? '', '2026-02-12T00:00:00Z', '2026-02-12T01:40:00Z', ['silent', 100]);
    expect(await round(world.a, '2026-03-03T00:00:00Z')).toContain('2026-02');
    expect(await stated(world.a, '2026-02')).toMatchObject({ revision: 3, missing: 100, changes: 1 });
  });

  it('states nothing while another worker states', async () => {
    await world.db.tenant.transaction(world.a.actor, async (tx) => {
      await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.completeness ' || $1, 0))`, [world.a.actor.tenantId]);
      expect(await round(world.a, '2026-06-10T00:00:00Z')).toEqual([]);
    });
    expect(await round(world.a, '2026-06-10T00:00:00Z')).toEqual(['2026-06']);
  });

  it('knows months that are an hour short or long, and zones off by a quarter of an hour', async () => {
    await machineIn(world.b, 'Europe/Berlin', ['2026-02-20T00:00:00Z', '2026-04-10T00:00:00Z']);
    await round(world.b, '2026-04-01T12:00:00Z');
    expect(await stated(world.b, '2026-03')).toMatchObject({ kept: (31 * 24 - 1) * 4 });
    await world.database.sql(`DELETE FROM completeness_statement WHERE tenant_id = $1`, [world.b.actor.tenantId]);
    await machineIn(world.b, 'Asia/Kathmandu', ['2026-02-28T18:15:00Z', '2026-03-31T18:15:00Z']);
    await round(world.b, '2026-04-01T12:00:00Z');
    const { lines } = await read.forPaper(world.b.actor, '2026-03');
    expect(lines.map(({ name, kept }) => [name, kept])).toEqual([['in Asia/Kathmandu', 31 * 96], ['in Europe/Berlin', 31 * 96]]);
  });

  it('keeps in a revision what it stated of a machine that was deleted since', async () => {
    const [kathmandu, berlin] = (await read.forPaper(world.b.actor, '2026-03')).lines.map(({ deviceId }) => deviceId);
    await world.database.sql('DELETE FROM device WHERE id = $1', [berlin]);
    await gap(world.b, kathmandu ?? '', '2026-03-10T00:00:00Z', '2026-03-10T01:00:00Z', ['silent', 60]);
    expect(await round(world.b, '2026-04-02T00:00:00Z')).toContain('2026-03');
    const { lines } = await read.forPaper(world.b.actor, '2026-03');
    expect(lines.map(({ name, kept, missing }) => [name, kept, missing])).toEqual([['in Asia/Kathmandu', 31 * 96, 60], ['in Europe/Berlin', 31 * 96, 0]]);
  });

  it('shows a machine’s hours, and no other company’s', async () => {
    const [line] = (await read.forPaper(world.a.actor, '2026-02')).lines;
    const machine = await readMachine.execute(world.a.actor, line?.deviceId ?? '', '2026-02');
    expect(machine.hours).toHaveLength(28 * 24);
    expect(machine.hours[0]).toEqual({ atMs: Date.parse('2026-01-31T16:00:00Z'), kept: 4, missing: 0, refused: 0, repeats: 0, late: 0, awayMs: 0 });
    expect(machine.hours.filter(({ awayMs }) => awayMs > 0).map(({ awayMs }) => awayMs)).toEqual(new Array(5).fill(HOUR_MS));
    await expect(readMachine.execute(world.b.actor, line?.deviceId ?? '', '2026-02')).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND' });
    await expect(read.execute(world.a.actor, '2026-13')).rejects.toMatchObject({ code: 'COMPLETENESS.MONTH' });
  });
});
