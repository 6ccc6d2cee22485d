import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CampaignPlan } from '@tenon/domain/campaigns';
import { createLog } from '@tenon/runtime';
import { holdMachines } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { campaignParts, type CampaignParts } from '../../../packages/modules/devices/src/testing/campaign-parts.js';
import { TelemetryMachineReports } from '../../../packages/modules/telemetry/src/application/telemetry-machine-reports.js';
import { eventually } from './testing/eventually.js';
import { addPackage, assignPackage, type TestPackage } from './testing/packages.js';
import { testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';
import { UpdatingMachine, type Temper } from './testing/updating-machine.js';

let test: TestGateway;
let campaigns: CampaignParts;
beforeAll(async () => {
  test = await testGateway();
  campaigns = campaignParts(test.db.databaseUrl, test.a.tenantId, { reports: new TelemetryMachineReports(), log: createLog({ name: 'test', level: 'silent' }) });
});
afterAll(async () => {
  await campaigns.close();
  await test.close();
});
guardBystander({ database: () => test.db });

/** For machines that fetch and report while others test beside them. */
const PATIENCE_MS = 20_000;

const stage = (upTo: number, unit: 'machines' | 'percent' = 'percent', more: object = {}): CampaignPlan['stages'][number] => ({ upTo, unit, updatedPercent: 100, waitMinutes: 0, ...more });
const PLAN: CampaignPlan = { stages: [stage(1, 'machines'), stage(100)], pauseAfterFailures: 1, pausePercent: null, timeoutMinutes: 60, retries: 0 };

const machinesOf = (count: number): Promise<TestMachine[]> => Promise.all(Array.from({ length: count }, () => test.machine()));
const begin = async (machines: readonly TestMachine[], one: TestPackage, plan: Partial<CampaignPlan> = {}): Promise<string> =>
  (await campaigns.start.execute(campaigns.actor, { name: '升级', chosen: { deviceIds: machines.map(({ deviceId }) => deviceId) }, packageId: one.id, plan: { ...PLAN, ...plan } })).id;
const connectAll = (machines: readonly TestMachine[], temper: (n: number) => Temper = () => ({})): Promise<UpdatingMachine[]> => Promise.all(machines.map((machine, n) => UpdatingMachine.connect(test, machine, temper(n))));
const advance = (id: string): Promise<void> => campaigns.advance.execute(campaigns.system, id);
const statesOf = async (id: string): Promise<string[]> => (await test.db.sql<{ state: string }>('SELECT state FROM campaign_machine WHERE campaign_id = $1 ORDER BY stage, device_id', [id])).map(({ state }) => state);
const one = (id: string) => campaigns.read.one(campaigns.actor, id);
const machinesIn = async (id: string) => (await campaigns.read.machinesOf(campaigns.actor, id, null, {})).nodes;
const trail = async (id: string): Promise<string[]> => (await test.db.sql<{ action: string }>(`SELECT action FROM audit_entry WHERE details ->> 'campaignId' = $1 AND action LIKE 'campaign.%' ORDER BY seq`, [id])).map(({ action }) => action);

/** Moves a campaign until it is so, as the worker does every other second. */
async function until(id: string, state: string): Promise<void> {
  await eventually(async () => {
    await advance(id);
    expect((await one(id)).state).toBe(state);
  }, PATIENCE_MS);
}

describe('a campaign of firmware', () => {
  it('goes stage by stage, each machine by its own client, and ends when all of them run it', async () => {
    const machines = await machinesOf(3);
    const clients = await connectAll(machines);
    const firmware = await addPackage(test, test.a.tenantId, { bytes: 10_000 });
    const id = await begin(machines, firmware);
    await advance(id);
    expect((await statesOf(id)).filter((state) => state === 'waiting')).toHaveLength(2);
    await until(id, 'done');
    expect(await statesOf(id)).toEqual(['updated', 'updated', 'updated']);
    expect(clients.flatMap(({ offers }) => offers)).toEqual(['1.0', '1.0', '1.0']);
    expect(await trail(id)).toEqual(['campaign.begun', 'campaign.stage-begun', 'campaign.ended']);
    expect(await campaigns.read.ofDevice(campaigns.actor, machines[0]?.deviceId ?? '')).toMatchObject({ firmware: { title: firmware.title, version: '1.0' }, campaigns: [{ campaignId: id, state: 'updated' }] });
    await Promise.all(clients.map((client) => client.leave()));
  });

  it('is moved by many at once as by one: nobody is offered it twice, no stage is passed over', async () => {
    const machines = await machinesOf(4);
    const clients = await connectAll(machines, () => ({ isDeaf: true }));
    const id = await begin(machines, await addPackage(test, test.a.tenantId, { bytes: 100 }), { stages: [stage(2, 'machines'), stage(100)] });
    await Promise.all([advance(id), advance(id), advance(id)]);
    expect((await machinesIn(id)).map(({ state, attempts }) => [state, attempts])).toEqual([['offered', 1], ['offered', 1], ['waiting', 0], ['waiting', 0]]);
    const [{ desired } = { desired: '' }] = await test.db.sql<{ desired: string }>('SELECT sum(desired_version) AS desired FROM device WHERE id = ANY ($1)', [machines.map(({ deviceId }) => deviceId)]);
    expect(Number(desired)).toBe(2);
    await campaigns.steer.execute(campaigns.actor, id, 'abort');
    await test.db.sql(`UPDATE campaign_machine SET state = 'updated', is_open = false WHERE campaign_id = $1 AND state = 'offered'`, [id]);
    await Promise.all([advance(id), advance(id)]);
    expect([(await one(id)).state, await trail(id)]).toEqual(['aborted', ['campaign.begun', 'campaign.aborted', 'campaign.ended']]);
    await Promise.all(clients.map((client) => client.leave()));
  });

  it.each(['offers', 'offers again'] as const)('is held by whoever moves it: another that begins while one %s waits, and finds it done', async (what) => {
    const [machine] = await machinesOf(1);
    if (!machine) throw new Error('a machine');
    const id = await begin([machine], await addPackage(test, test.a.tenantId, { bytes: 100 }), { stages: [stage(100)], retries: 5 });
    const before = what === 'offers' ? 0 : 1;
    if (before > 0) await advance(id);
    await test.db.sql(`UPDATE campaign_machine SET offered_at = now() - interval '61 minutes' WHERE campaign_id = $1 AND state = 'offered'`, [id]);
    // Both have read how it stands, or one cannot: that is the difference which the lock makes.
    const held = await holdMachines(test.db, [machine.deviceId]);
    const both = Promise.all([advance(id), advance(id)]);
    await held.untilWaiting(2);
    await held.release();
    await both;
    const [{ desired } = { desired: 0 }] = await test.db.sql<{ desired: string }>('SELECT desired_version AS desired FROM device WHERE id = $1', [machine.deviceId]);
    expect([(await machinesIn(id))[0]?.attempts, Number(desired)]).toEqual([before + 1, before + 1]);
  });

  it('pauses by a failure, tells whoever may see to it, and goes on when somebody has', async () => {
    const machines = await machinesOf(2);
    const clients = await connectAll(machines, () => ({ failures: ['校验和不符'] }));
    const id = await begin(machines, await addPackage(test, test.a.tenantId, { bytes: 100 }));
    await until(id, 'paused');
    expect(await one(id)).toMatchObject({ pausedBecause: 'failures' });
    expect((await machinesIn(id))[0]).toMatchObject({ state: 'failed', words: '校验和不符' });
    const notices = await test.db.sql<{ kind: string; facts: object }>(`SELECT payload ->> 'kind' AS kind, payload -> 'facts' AS facts FROM outbox WHERE payload ->> 'subjectId' = $1`, [id]);
    expect(notices).toEqual([{ kind: 'campaign.paused', facts: { name: '升级', because: 'failures', updated: '0', failed: '1', rolledBack: '0' } }]);
    await advance(id);
    expect(await statesOf(id)).toEqual(['failed', 'waiting']);
    await campaigns.steer.execute(campaigns.actor, id, 'resume');
    // What failed was seen: the second has its turn, and fails as well.
    await until(id, 'paused');
    expect(await statesOf(id)).toEqual(['failed', 'failed']);
    await expect(campaigns.steer.execute(campaigns.actor, id, 'pause')).rejects.toMatchObject({ code: 'CAMPAIGN.STATE' });
    await Promise.all(clients.map((client) => client.leave()));
  });

  it('offers it again to whoever failed or took too long, as often as was said', async () => {
    const machines = await machinesOf(1);
    const [client] = await connectAll(machines, () => ({ failures: ['one', 'two'] }));
    const id = await begin(machines, await addPackage(test, test.a.tenantId, { bytes: 100 }), { stages: [stage(100)], retries: 2 });
    await until(id, 'done');
    expect([(await machinesIn(id))[0], client?.offers]).toMatchObject([{ state: 'updated', attempts: 3 }, ['1.0', '1.0', '1.0']]);
    await client?.leave();
    const away = await machinesOf(1);
    const late = await begin(away, await addPackage(test, test.a.tenantId, { bytes: 100 }), { stages: [stage(100)], retries: 1, pauseAfterFailures: null });
    for (const attempts of [1, 2]) {
      await advance(late);
      expect((await machinesIn(late))[0]).toMatchObject({ state: 'offered', attempts });
      await test.db.sql(`UPDATE campaign_machine SET offered_at = now() - interval '61 minutes' WHERE campaign_id = $1`, [late]);
    }
    await advance(late);
    expect([(await one(late)).state, (await machinesIn(late))[0]]).toMatchObject(['done', { state: 'timed-out', attempts: 2 }]);
  });

  it('is taken back: each machine has again what it had before the first of its attempts, and one that had nothing is asked for nothing', async () => {
    const machines = await machinesOf(2);
    const [had, none] = machines;
    if (!had || !none) throw new Error('two machines');
    const [old, next] = [await addPackage(test, test.a.tenantId, { bytes: 100, title: '控制器', version: '1.0' }), await addPackage(test, test.a.tenantId, { bytes: 200, title: '控制器', version: '2.0' })];
    const failures: string[] = [];
    const [first] = await connectAll([had], () => ({ failures }));
    const before = await begin([had], old, { stages: [stage(100)] });
    await until(before, 'done');
    const [second] = await connectAll([none]);
    failures.push('once');
    const id = await begin(machines, next, { stages: [stage(100)], retries: 1 });
    await until(id, 'done');
    await campaigns.steer.execute(campaigns.actor, id, 'roll-back');
    await until(id, 'rolled-back');
    expect([await statesOf(id), first?.offers, second?.offers]).toEqual([['rolled-back', 'rolled-back'], ['1.0', '2.0', '2.0', '1.0'], ['2.0']]);
    const asked = await test.db.sql<{ device_id: string; key: string; value: unknown }>(`SELECT device_id, value FROM desired_attribute WHERE device_id = ANY ($1) AND key = 'fw_version'`, [machines.map(({ deviceId }) => deviceId)]);
    expect(new Map(asked.map(({ device_id, value }) => [device_id, value]))).toEqual(new Map([[had.deviceId, '1.0'], [none.deviceId, null]]));
    await first?.leave();
    await second?.leave();
  });
});

it('machines that do not fit take no part and say why; one is in one campaign of a kind at a time', async () => {
  const machines = await machinesOf(4);
  const [fits, retired, runs, child] = machines;
  if (!fits || !retired || !runs || !child) throw new Error('four machines');
  const firmware = await addPackage(test, test.a.tenantId, { bytes: 100 });
  await test.db.sql('UPDATE device SET retired_at = now() WHERE id = $1', [retired.deviceId]);
  await test.db.sql(`UPDATE device SET attributes = $2, reported_at = '{}' WHERE id = $1`, [runs.deviceId, JSON.stringify({ current_fw_title: firmware.title, current_fw_version: '1.0' })]);
  await test.db.sql('UPDATE device SET parent_id = $2, known_as = $1::text WHERE id = $1', [child.deviceId, fits.deviceId]);
  await test.db.sql('UPDATE device_token SET revoked_at = now() WHERE device_id = $1', [child.deviceId]);
  const id = await begin(machines, firmware);
  const codes = new Map((await machinesIn(id)).map(({ deviceId, code }) => [deviceId, code]));
  expect(codes).toEqual(new Map([[fits.deviceId, null], [retired.deviceId, 'CAMPAIGN.RETIRED'], [runs.deviceId, 'CAMPAIGN.RUNS_IT'], [child.deviceId, 'CAMPAIGN.BEHIND_GATEWAY']]));
  const other = await addPackage(test, test.a.tenantId, { bytes: 100 });
  await expect(begin([fits], other)).rejects.toMatchObject({ code: 'CAMPAIGN.NOBODY' });
  const preview = await campaigns.start.preview(campaigns.actor, { chosen: { deviceIds: [fits.deviceId, test.b.deviceId] }, packageId: other.id });
  expect(preview.map(({ deviceId, code }) => [deviceId, code])).toEqual([[fits.deviceId, 'CAMPAIGN.ELSEWHERE']]);
  // Of another kind it may be in one beside.
  const software = await addPackage(test, test.a.tenantId, { bytes: 100, kind: 'software' });
  expect(await begin([fits], software)).toEqual(expect.any(String));
});

it('a configuration is taken when the machine reports it, and goes back to what was asked before', async () => {
  const machine = await test.machine();
  const start = (values: object) => campaigns.start.execute(campaigns.actor, { name: '配置', chosen: { deviceIds: [machine.deviceId] }, values, plan: { ...PLAN, stages: [stage(100)] } });
  const report = (values: object) => test.db.sql('UPDATE device SET attributes = attributes || $2::jsonb WHERE id = $1', [machine.deviceId, JSON.stringify(values)]);
  const first = await start({ interval: 10 });
  await advance(first.id);
  await report({ interval: 10 });
  await advance(first.id);
  const { id } = await start({ interval: 5, mode: 'eco' });
  await advance(id);
  await report({ interval: 5 });
  await advance(id);
  expect([await statesOf(first.id), await statesOf(id)]).toEqual([['updated'], ['offered']]);
  await report({ mode: 'eco' });
  await advance(id);
  expect([await statesOf(id), (await one(id)).state]).toEqual([['updated'], 'done']);
  await campaigns.steer.execute(campaigns.actor, id, 'roll-back');
  await advance(id);
  expect(await statesOf(id)).toEqual(['rolling-back']);
  await report({ interval: 10 });
  await advance(id);
  expect([await statesOf(id), (await one(id)).state]).toEqual([['rolled-back'], 'rolled-back']);
  await expect(start({})).rejects.toMatchObject({ code: 'CAMPAIGN.NOTHING' });
  await expect(start({ 'bad\u0000key': 1 })).rejects.toMatchObject({ code: 'CAMPAIGN.VALUES' });
});

it('a package that was given by hand is no campaign’s, and stays until one takes its place', async () => {
  const machine = await test.machine();
  const [byHand, next] = [await addPackage(test, test.a.tenantId, { bytes: 100 }), await addPackage(test, test.a.tenantId, { bytes: 100 })];
  await assignPackage(test, machine, byHand);
  const id = await begin([machine], next);
  await advance(id);
  expect((await machinesIn(id))[0]).toMatchObject({ before: { fw_title: byHand.title, fw_version: '1.0', fw_size: null } });
});
