import { Injectable } from '@nestjs/common';
import { telemetryRolledUp } from '@tenon/contracts/events';
import { refreshEnergy } from '@tenon/contracts/jobs';
import { TenantDb } from '@tenon/db';
import type { SystemActor } from '@tenon/domain/identity';
import { SubscriptionRepository } from '@tenon/marketplace';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import type { Log } from '@tenon/runtime';
import { SeriesRepository } from '@tenon/telemetry';
import { readSeriesIds } from '../application/energy-settings.js';
import { RefreshEnergy, type EnergyRefresh } from '../application/refresh-energy.js';
import { refreshesOf } from '../application/refreshes-of.js';

/**
 * Brings every running Energy & carbon of the company up to date where its metrics got new points. What takes long, and a
 * metric that cannot be computed, gets a job of its own, which tries again by itself, so that it never holds up the others. Running it twice is safe, as refreshing is.
 */
@Injectable()
@HandlesJob(telemetryRolledUp)
export class TelemetryRolledUpHandler implements JobHandler<typeof telemetryRolledUp> {
  constructor(
    private readonly db: TenantDb,
    private readonly subscriptions: SubscriptionRepository,
    private readonly series: SeriesRepository,
    private readonly refresh: RefreshEnergy,
  ) {}

  async handle({ payload, actor, log }: JobContext<typeof telemetryRolledUp>): Promise<void> {
    if (!actor) throw new Error('telemetryRolledUp is an event of a tenant');
    for (const refresh of await this.plan(actor, payload.ranges)) await this.refreshOne(actor, refresh, log);
  }

  private async refreshOne(actor: SystemActor, refresh: EnergyRefresh, log: Log): Promise<void> {
    try {
      await this.refresh.execute(actor.tenantId, refresh);
    } catch (error) {
      log.warn('energy.refresh-put-off', { subscriptionId: refresh.subscriptionId, seriesId: refresh.seriesId, error });
      await this.db.transaction(actor, (tx) => tx.enqueue(refreshEnergy, refresh));
    }
  }

  /** What to compute at once; what takes longer is promised. */
  private plan(actor: SystemActor, ranges: readonly { deviceId: string; fromMs: number; toMs: number }[]): Promise<EnergyRefresh[]> {
    return this.db.transaction(actor, async (tx) => {
      const running = await this.subscriptions.listConfigured(tx, 'energy');
      const devices = new Map((await this.series.listByIds(tx, running.flatMap(({ settings }) => readSeriesIds(settings)))).map((each) => [each.id, each.deviceId]));
      const plans = running.flatMap((subscription) =>
        readSeriesIds(subscription.settings).map((seriesId) => refreshesOf({ subscriptionId: subscription.id, seriesId }, ranges.filter((range) => range.deviceId === devices.get(seriesId)))),
      );
      for (const { later } of plans) if (later) await tx.enqueue(refreshEnergy, later);
      return plans.flatMap(({ now }) => now);
    });
  }
}
