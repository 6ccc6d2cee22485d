import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Stage } from '@tenon/domain/campaigns';
import { campaignParts, type CampaignParts } from '../../../packages/modules/devices/src/testing/campaign-parts.js';
import { TelemetryMachineReports } from '../../../packages/modules/telemetry/src/application/telemetry-machine-reports.js';
import { telemetryWorld, type TelemetryWorld } from '../../../packages/modules/telemetry/src/testing/telemetry-world.js';
import { WorkerProcess } from './testing/worker-process.js';

const TIME_LIMIT_MS = 10 * 60_000;
const MACHINES = 3_000;
const KILLS = { forward: 8, back: 3 } as const;
/** How far it comes between two kills, at most: a transaction is of a hundred machines. */
const FARTHEST = 1_000;
const stage = (upTo: number): Stage => ({ upTo, unit: 'percent', updatedPercent: 100, waitMinutes: 0 });
const STAGES = [stage(1), stage(10), stage(30), stage(60), stage(100)];

let world: TelemetryWorld;
let campaigns: CampaignParts;
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
  campaigns = campaignParts(world.database.databaseUrl, world.a.actor.tenantId, { reports: new TelemetryMachineReports(), log: world.log });
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'tenon-campaigns-killed-'));
  await world.database.sql(`INSERT INTO device (tenant_id, id, name, kind) SELECT $1, gen_random_uuid(), 'm' || n, 'machine' FROM generate_series(1, $2::int) AS n`, [world.a.actor.tenantId, MACHINES]);
}, TIME_LIMIT_MS);
afterEach(kill);
afterAll(async () => {
  await campaigns.close();
  await rm(dataDir, { recursive: true, force: true });
  await world.close();
});

/** Machines do at once what they are asked, and say so, whether or not a worker lives. */
async function obey(): Promise<void> {
  await world.database.sql(`UPDATE device d SET attributes = jsonb_build_object('mode', a.value) FROM desired_attribute a WHERE a.tenant_id = d.tenant_id AND a.device_id = d.id AND a.key = 'mode' AND a.value IS NOT NULL AND d.attributes ->> 'mode' IS NULL`);
}

interface Come {
  readonly state: string;
  readonly stage: number;
  /** Steps that its machines took: offered, there, taken back. */
  readonly steps: number;
}

async function come(id: string): Promise<Come> {
  const [row] = await world.database.sql<Come>(
    `SELECT state, stage, (SELECT count(*) FILTER (WHERE offered_at IS NOT NULL) + count(*) FILTER (WHERE m.state = 'updated') + 4 * count(*) FILTER (WHERE m.state = 'rolled-back') FROM campaign_machine m WHERE m.campaign_id = c.id)::int AS steps FROM campaign c WHERE id = $1`,
    [id],
  );
  return row!;
}

/** Kills worker after worker in the midst of what they do with a campaign, then lets one bring it to this end. */
async function killedWhile(id: string, kills: number, end: string): Promise<void> {
  let before = await come(id);
  for (let round = 0; round < kills; round += 1) {
    await start();
    const far = before.steps + 1 + randomInt(FARTHEST);
    for (let now = before; now.steps < far && now.state !== end; now = await come(id)) await obey();
    for (let turns = randomInt(100); turns > 0; turns -= 1) await setImmediate();
    await kill();
    const now = await come(id);
    process.stderr.write(`  killed: ${now.state}, stage ${now.stage + 1}, ${now.steps} steps\n`);
    expect({ isWithin: now.state !== end, isFurther: now.steps >= before.steps && now.stage >= before.stage }).toEqual({ isWithin: true, isFurther: true });
    before = now;
  }
  await start();
  while ((await come(id)).state !== end) await obey();
}

const trail = async (id: string): Promise<string[]> =>
  (await world.database.sql<{ said: string }>(`SELECT concat_ws(' ', action, details ->> 'stage') AS said FROM audit_entry WHERE details ->> 'campaignId' = $1 AND action LIKE 'campaign.%' ORDER BY seq`, [id])).map(({ said }) => said);
const versions = (): Promise<object[]> => world.database.sql('SELECT desired_version::int AS version, count(*)::int AS machines FROM device WHERE tenant_id = $1 GROUP BY 1 ORDER BY 1', [world.a.actor.tenantId]);
const attempts = (id: string): Promise<object[]> => world.database.sql('SELECT state, attempts, count(*)::int AS machines FROM campaign_machine WHERE campaign_id = $1 GROUP BY 1, 2 ORDER BY 1, 2', [id]);

it('a campaign whose worker is killed again and again asks each machine once, goes through each stage once, and ends as if none had been', async () => {
  const chosen = { filter: { search: '' }, expected: MACHINES };
  const plan = { stages: STAGES, pauseAfterFailures: 1, pausePercent: null, timeoutMinutes: 60, retries: 3 };
  const { id } = await campaigns.start.execute(campaigns.actor, { name: '不怕断电', chosen, values: { mode: 'eco' }, plan });
  await killedWhile(id, KILLS.forward, 'done');
  const forward = ['campaign.begun', ...STAGES.slice(1).map((_, at) => `campaign.stage-begun ${at + 2}`), 'campaign.ended'];
  expect({ trail: await trail(id), versions: await versions(), machines: await attempts(id) }).toEqual({
    trail: forward,
    versions: [{ version: 1, machines: MACHINES }],
    machines: [{ state: 'updated', attempts: 1, machines: MACHINES }],
  });

  await kill();
  await campaigns.steer.execute(campaigns.actor, id, 'roll-back');
  await killedWhile(id, KILLS.back, 'rolled-back');
  expect({ trail: await trail(id), versions: await versions(), machines: await attempts(id) }).toEqual({
    trail: [...forward, 'campaign.rollback-begun', 'campaign.ended'],
    versions: [{ version: 2, machines: MACHINES }],
    machines: [{ state: 'rolled-back', attempts: 1, machines: MACHINES }],
  });
  // Whoever runs campaigns is told of each end once.
  const notices = (): Promise<object[]> => world.database.sql(`SELECT facts ->> 'because' AS because FROM notice WHERE subject_id = $1 ORDER BY raised_at`, [id]);
  while ((await notices()).length < 2 || (await world.database.sql(`SELECT 1 FROM outbox WHERE state <> 'done' AND payload ->> 'subjectId' = $1`, [id])).length > 0) await setImmediate();
  expect(await notices()).toEqual([{ because: 'done' }, { because: 'rolled-back' }]);
}, TIME_LIMIT_MS);
