import { Injectable } from '@nestjs/common';
import { telemetryRolledUp } from '@tenon/contracts/events';
import { TenantDb } from '@tenon/db';
import type { SystemActor } from '@tenon/domain/identity';
import { SubscriptionRepository, type SubscriptionRow } from '@tenon/marketplace';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { SeriesRepository } from '@tenon/telemetry';
import { readEnergySettings } from '../application/energy-settings.js';
import { RefreshEnergy, type EnergyRefresh } from '../application/refresh-energy.js';

/** Brings every running Energy & carbon of the company up to date where its metrics got new points. Running it twice is safe, as refreshing is. */
@Injectable()
@HandlesJob(telemetryRolledUp)
export class TelemetryRolledUpHandler implements JobHandler<typeof telemetryRolledUp> {
  constructor(
    private readonly db: TenantDb,
    private readonly subscriptions: SubscriptionRepository,
    private readonly series: SeriesRepository,
    private readonly refresh: RefreshEnergy,
  ) {}

  async handle({ payload, actor }: JobContext<typeof telemetryRolledUp>): Promise<void> {
    if (!actor) throw new Error('telemetryRolledUp is an event of a tenant');
    for (const refresh of await this.plan(actor, payload.ranges)) await this.refresh.execute(actor.tenantId, refresh);
  }

  private plan(actor: SystemActor, ranges: readonly { deviceId: string; fromMs: number; toMs: number }[]): Promise<EnergyRefresh[]> {
    return this.db.transaction(actor, async (tx) => {
      const running = await this.subscriptions.listConfigured(tx, 'energy');
      const devices = new Map((await this.series.listByIds(tx, running.flatMap(seriesOf))).map((each) => [each.id, each.deviceId]));
      return running.flatMap((subscription) =>
        seriesOf(subscription).flatMap((seriesId) =>
          ranges.filter((range) => range.deviceId === devices.get(seriesId)).map(({ fromMs, toMs }) => ({ subscriptionId: subscription.id, seriesId, fromMs, toMs })),
        ),
      );
    });
  }
}

function seriesOf(subscription: SubscriptionRow): number[] {
  return readEnergySettings(subscription.settings).seriesIds;
}
