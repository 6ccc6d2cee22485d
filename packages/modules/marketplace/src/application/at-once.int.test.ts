import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { RoomInPlan } from '@tenon/billing';
import { STAFF_PERMISSIONS } from '@tenon/contracts/permissions';
import type { StaffActor } from '@tenon/domain/identity';
import { userId } from '@tenon/kernel';
import { telemetryWorld, type TelemetryWorld } from '../../../telemetry/src/testing/telemetry-world.js';
import { AppRepository } from '../persistence/app.repository.js';
import { AppVersionRepository } from '../persistence/app-version.repository.js';
import { PublisherRepository } from '../persistence/publisher.repository.js';
import { SubscriptionRepository } from '../persistence/subscription.repository.js';
import { RegisterPublisher } from './publish.js';
import { DecideAppVersion } from './review.js';
import { SubmitAppVersion } from './submit-app-version.js';
import { Subscribe } from './subscribe.js';

const MANIFEST = {
  engine: 'indicators',
  slug: 'daily-output',
  version: '1.0.0',
  name: { zh: '日产量', en: 'Daily output' },
  summary: { zh: '每天做了多少件。', en: 'How many pieces a day.' },
  description: { zh: '每天做了多少件。', en: 'How many pieces a day.' },
  scopes: [{ permission: 'telemetry:read', purpose: { zh: '读取产量。', en: 'To read the output.' } }],
  price: { model: 'free' },
  inputs: [{ key: 'output', label: { zh: '产量', en: 'Output' } }],
  indicators: [{ key: 'pieces', label: { zh: '件数', en: 'Pieces' }, input: 'output', aggregate: 'delta' }],
};
const staff: StaffActor = { kind: 'staff', userId: userId(randomUUID()), email: 'office@tenon.example', name: 'Office', permissions: new Set(STAFF_PERMISSIONS) };

let world: TelemetryWorld;
beforeAll(async () => {
  world = await telemetryWorld();
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());

/** What each attempt came to: `done`, or the code of its error. */
const outcomes = async (attempts: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(attempts)).map((each) => (each.status === 'fulfilled' ? 'done' : (each.reason as { code: string }).code)).sort();

describe('two who do the same at once', () => {
  it('list a version once, and subscribe once', async () => {
    const { db, a, b, database } = world;
    const [apps, versions, publishers] = [new AppRepository(), new AppVersionRepository(), new PublisherRepository()];
    await new RegisterPublisher(db.tenant, publishers).execute(a.actor, { name: 'Aurora Software' });
    const version = await new SubmitAppVersion(db.tenant, apps, versions, publishers).execute(a.actor, MANIFEST);
    if (!('id' in version)) throw new Error(JSON.stringify(version.problems));
    const decide = new DecideAppVersion(db.system, versions);
    const approve = () => decide.execute(staff, { versionId: version.id, isApproved: true, note: '' });
    expect(await outcomes([approve(), approve()])).toEqual(['APP.VERSION_DECIDED', 'done']);
    expect(await database.sql(`SELECT 1 FROM audit_entry WHERE action = 'app-version.listed'`)).toHaveLength(1);
    const subscribe = new Subscribe(db.tenant, apps, new SubscriptionRepository(), new RoomInPlan());
    const agree = () => subscribe.execute(b.actor, { appId: version.appId, consentedScopes: ['telemetry:read'] });
    expect(await outcomes([agree(), agree(), agree()])).toEqual(['SUBSCRIPTION.EXISTS', 'SUBSCRIPTION.EXISTS', 'done']);
    expect(await database.sql(`SELECT 1 FROM subscription WHERE state = 'active' AND tenant_id = $1`, [b.actor.tenantId])).toHaveLength(1);
  });
});
