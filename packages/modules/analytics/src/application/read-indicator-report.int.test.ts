import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { RoomInPlan } from '@tenon/billing';
import { STAFF_PERMISSIONS } from '@tenon/contracts/permissions';
import type { StaffActor } from '@tenon/domain/identity';
import { TenantRepository } from '@tenon/identity';
import { DAY_MS, userId } from '@tenon/kernel';
import { ReadStore, SubscriptionRepository } from '@tenon/marketplace';
import { guardBystander } from '@tenon/testing/bystander';
import { RegisterPublisher } from '../../../marketplace/src/application/publish.js';
import { DecideAppVersion } from '../../../marketplace/src/application/review.js';
import { SubmitAppVersion } from '../../../marketplace/src/application/submit-app-version.js';
import { Subscribe } from '../../../marketplace/src/application/subscribe.js';
import { AppRepository } from '../../../marketplace/src/persistence/app.repository.js';
import { AppVersionRepository } from '../../../marketplace/src/persistence/app-version.repository.js';
import { PublisherRepository } from '../../../marketplace/src/persistence/publisher.repository.js';
import { telemetryCases } from '../../../telemetry/src/testing/telemetry-cases.js';
import { telemetryWorld, type TelemetryWorld } from '../../../telemetry/src/testing/telemetry-world.js';
import { ConfigureIndicators } from './configure-indicators.js';
import { ReadIndicatorReport } from './read-indicator-report.js';

const text = { zh: '一', en: 'one' };
const AGGREGATES = ['mean', 'delta', 'min', 'max', 'sum'] as const;
const MANIFEST = {
  ...{ engine: 'indicators', slug: 'all-figures', version: '1.0.0', name: text, summary: text, description: text, price: { model: 'free' } },
  scopes: [{ permission: 'telemetry:read', purpose: text }],
  inputs: [{ key: 'load', label: text }, { key: 'late', label: text }],
  indicators: [...AGGREGATES.map((aggregate) => ({ key: aggregate, label: text, input: 'load', aggregate })), { key: 'late', label: text, input: 'late', aggregate: 'sum' }],
};
const staff: StaffActor = { kind: 'staff', userId: userId(randomUUID()), email: 'office@tenon.example', name: 'Office', permissions: new Set(STAFF_PERMISSIONS) };

/** A new company's clock stands in Shanghai, eight hours before UTC. */
const at = (local: string): number => Date.parse(`${local}+08:00`);
const RANGE = { fromMs: at('2026-03-02T00:00:00'), toMs: at('2026-03-02T00:00:00') + 7 * DAY_MS };
const LOAD: readonly (readonly [string, number])[] = [
  ['2026-03-02T00:00:00', 10],
  ['2026-03-02T08:00:00', 4],
  ['2026-03-02T23:59:59.999', 22],
  ['2026-03-03T00:00:00', 22],
  ['2026-03-03T12:00:00', 30],
  ['2026-03-03T12:00:01', 5],
  ['2026-03-05T09:00:00', 7],
];

let world: TelemetryWorld;
beforeAll(async () => {
  world = await telemetryWorld();
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

/** Lists the app by company B and subscribes company A to it. */
async function subscribed(): Promise<string> {
  const { db, a, b } = world;
  const [apps, versions, publishers] = [new AppRepository(), new AppVersionRepository(), new PublisherRepository()];
  await new RegisterPublisher(db.tenant, publishers).execute(b.actor, { name: 'Borealis Software' });
  const version = await new SubmitAppVersion(db.tenant, apps, versions, publishers).execute(b.actor, MANIFEST);
  if (!('id' in version)) throw new Error(JSON.stringify(version.problems));
  await new DecideAppVersion(db.system, versions).execute(staff, { versionId: version.id, isApproved: true, note: '' });
  return (await new Subscribe(db.tenant, apps, new SubscriptionRepository(), new RoomInPlan()).execute(a.actor, { appId: version.appId, consentedScopes: ['telemetry:read'] })).id;
}

describe('the report of an app of indicators', () => {
  it('gives each local day its mean, growth, least, greatest and sum, rolled up or not', async () => {
    const { db, a, writer } = world;
    const cases = telemetryCases(world);
    const store = new ReadStore(db.tenant, new AppRepository(), new AppVersionRepository(), new SubscriptionRepository());
    const report = new ReadIndicatorReport(db.tenant, store, cases.readPoints);
    const machine = await a.machine('press');
    const bindings = [
      { input: 'load', seriesId: await writer.seriesId(machine, 'load', 0) },
      { input: 'late', seriesId: await writer.seriesId(machine, 'late', 0) },
    ];
    await writer.write(machine, LOAD.map(([local, load]) => ({ atMs: at(local), values: { load } })));
    await writer.write(machine, [{ atMs: at('2026-03-05T10:00:00'), values: { late: 3 } }]);
    const subscriptionId = await subscribed();
    await expect(report.execute(a.actor, subscriptionId, RANGE)).rejects.toMatchObject({ code: 'SUBSCRIPTION.NOT_CONFIGURED' });
    await new ConfigureIndicators(db.tenant, store, new SubscriptionRepository(), cases.series, new TenantRepository()).execute(a.actor, { subscriptionId, bindings });
    const rows = [
      // 10, 4 and 22; then 22, 30 and 5; a day of silence; then 7 alone, and 3 of the other metric.
      { on: '2026-03-02', values: [12, 12, 4, 22, 36, null] },
      { on: '2026-03-03', values: [19, -17, 5, 30, 57, null] },
      { on: '2026-03-05', values: [7, 0, 7, 7, 7, 3] },
    ];
    const wanted = { subscriptionId, timeZone: 'Asia/Shanghai', rows };
    expect(await report.execute(a.actor, subscriptionId, RANGE)).toEqual(wanted);
    await cases.rollUpBefore();
    expect(await report.execute(a.actor, subscriptionId, RANGE)).toEqual(wanted);
    await expect(report.execute(world.b.actor, subscriptionId, RANGE)).rejects.toMatchObject({ code: 'SUBSCRIPTION.NOT_FOUND' });
  });

  it('takes no range that is empty, nor one beyond 400 days', async () => {
    const { db, a } = world;
    const store = new ReadStore(db.tenant, new AppRepository(), new AppVersionRepository(), new SubscriptionRepository());
    const report = new ReadIndicatorReport(db.tenant, store, telemetryCases(world).readPoints);
    const ask = (toMs: number) => report.execute(a.actor, randomUUID(), { fromMs: RANGE.fromMs, toMs });
    await expect(ask(RANGE.fromMs)).rejects.toMatchObject({ code: 'RANGE.EMPTY' });
    await expect(ask(RANGE.fromMs + 400 * DAY_MS + 1)).rejects.toMatchObject({ code: 'RANGE.TOO_LONG' });
  });
});
