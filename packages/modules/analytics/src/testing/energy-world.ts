import { RoomInPlan } from '@tenon/billing';
import { telemetryRolledUp } from '@tenon/contracts/events';
import { refreshEnergy } from '@tenon/contracts/jobs';
import { systemActor, type UserActor } from '@tenon/domain/identity';
import { SubscriptionRepository } from '@tenon/marketplace';
import type { JobContext } from '@tenon/queue';
import { ListFirstParty } from '../../../marketplace/src/application/list-first-party.js';
import { Subscribe } from '../../../marketplace/src/application/subscribe.js';
import { Unsubscribe } from '../../../marketplace/src/application/unsubscribe.js';
import { AppRepository } from '../../../marketplace/src/persistence/app.repository.js';
import { telemetryCases } from '../../../telemetry/src/testing/telemetry-cases.js';
import { telemetryWorld } from '../../../telemetry/src/testing/telemetry-world.js';
import { ConfigureEnergy } from '../application/configure-energy.js';
import { ReadEnergyProgress } from '../application/read-energy-progress.js';
import { ReadEnergyReport } from '../application/read-energy-report.js';
import { RefreshEnergy } from '../application/refresh-energy.js';
import { RefreshEnergyHandler } from '../jobs/refresh-energy.handler.js';
import { TelemetryRolledUpHandler } from '../jobs/telemetry-rolled-up.handler.js';
import { EnergySlotRepository } from '../persistence/energy-slot.repository.js';

/** Flat hours all day at one yuan per kWh, on the clock of UTC. */
const CHOICES = {
  hours: [{ fromMinute: 0, toMinute: 1_440, band: 'flat' }],
  pricesYuanPerKwh: { peak: 1, flat: 1, valley: 1 },
  emissionFactorKgPerKwh: 0.5,
  timeZone: 'UTC',
};

/** What a metric means, as a person would say it. */
export interface Meaning {
  readonly quantity: 'interval' | 'counter' | 'power';
  readonly intervalMs?: number;
}

/** Two companies, a pen for telemetry, the store, and Energy & carbon with its jobs, wired by hand. */
export async function energyWorld() {
  const world = await telemetryWorld();
  const telemetry = telemetryCases(world);
  const [subscriptions, slots, apps] = [new SubscriptionRepository(), new EnergySlotRepository(), new AppRepository()];
  const { tenant } = world.db;
  await new ListFirstParty(world.db.system, apps).execute();
  const subscribe = new Subscribe(tenant, apps, subscriptions, new RoomInPlan());
  const refresh = new RefreshEnergy(tenant, subscriptions, slots, telemetry.series, telemetry.readPoints);
  const handlers = { refresh: new RefreshEnergyHandler(refresh), rolledUp: new TelemetryRolledUpHandler(tenant, subscriptions, telemetry.series, refresh) };
  const configure = new ConfigureEnergy(tenant, subscriptions, slots, telemetry.series, telemetry.readPoints);
  const context = (actor: UserActor, payload: unknown) =>
    ({ payload, actor: systemActor(actor.tenantId), attempt: 1, signal: new AbortController().signal, log: world.log }) as unknown as JobContext<typeof refreshEnergy> & JobContext<typeof telemetryRolledUp>;

  /** Rolls up what is stored and does every promised job of Energy & carbon, and what these promise, in turn. */
  const settle = async (): Promise<void> => {
    await telemetry.rollUpBefore();
    for (const { actor } of [world.a, world.b]) {
      const rows = await world.database.sql<{ job: string; payload: unknown }>(
        `WITH due AS (UPDATE outbox SET state = 'done' WHERE tenant_id = $1 AND state = 'pending' RETURNING id, job, payload) SELECT job, payload FROM due ORDER BY id`,
        [actor.tenantId],
      );
      for (const { job, payload } of rows) await (job === refreshEnergy.name ? handlers.refresh : handlers.rolledUp).handle(context(actor, payload));
    }
  };
  return {
    ...world,
    telemetry,
    handlers,
    settle,
    refresh,
    unsubscribe: new Unsubscribe(tenant, subscriptions),
    report: new ReadEnergyReport(tenant, subscriptions, slots, new ReadEnergyProgress(tenant, subscriptions, slots)),
    progress: new ReadEnergyProgress(tenant, subscriptions, slots),
    slots,
    describe: async (seriesId: number, { quantity, intervalMs }: Meaning): Promise<void> => {
      await world.database.sql('UPDATE series SET quantity = $2, interval_ms = $3, interval_stamp = $4 WHERE id = $1', [seriesId, quantity, intervalMs ?? null, intervalMs ? 'end' : null]);
    },
    subscribe: async (actor: UserActor): Promise<string> => {
      const app = await tenant.transaction(actor, (tx) => apps.getBySlug(tx, 'energy-carbon'));
      return (await subscribe.execute(actor, { appId: app.id, consentedScopes: app.manifest.scopes.map((scope) => scope.permission) })).id;
    },
    configure: (actor: UserActor, subscriptionId: string, seriesIds: readonly number[]) => configure.execute(actor, subscriptionId, { ...CHOICES, seriesIds }),
    /** The computed quarter-hours of a metric: start, energy, milliseconds covered. */
    slotsOf: async (seriesId: number): Promise<[number, number, number | null][]> => {
      const rows = await world.database.sql<{ at: Date; kwh: number; covered: number | null }>(
        'SELECT start_at AS at, energy_kwh AS kwh, covered_ms AS covered FROM energy_slot WHERE series_id = $1 ORDER BY start_at',
        [seriesId],
      );
      return rows.map(({ at, kwh, covered }) => [at.getTime(), kwh, covered]);
    },
  };
}

export type EnergyWorld = Awaited<ReturnType<typeof energyWorld>>;
