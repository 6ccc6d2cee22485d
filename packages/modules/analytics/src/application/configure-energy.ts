import { Injectable } from '@nestjs/common';
import { refreshEnergy } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { SubscriptionRepository, type SubscriptionRow } from '@tenon/marketplace';
import { ReadPoints, SeriesRepository } from '@tenon/telemetry';
import { EnergySlotRepository } from '../persistence/energy-slot.repository.js';
import { energyMetricOf } from './energy-metric-of.js';
import { toEnergySettings, type EnergyChoices } from './energy-settings.js';

/**
 * Sets what Energy & carbon reads and how it reckons. Every metric is computed over all it has stored; a new tariff or
 * factor needs no computing, as reports apply them when they are read. Repeating it computes again and changes nothing.
 */
@Injectable()
export class ConfigureEnergy {
  constructor(
    private readonly db: TenantDb,
    private readonly subscriptions: SubscriptionRepository,
    private readonly slots: EnergySlotRepository,
    private readonly series: SeriesRepository,
    private readonly points: ReadPoints,
  ) {}

  /** @throws AppError SUBSCRIPTION.NOT_FOUND, SUBSCRIPTION.ENDED, SUBSCRIPTION.WRONG_ENGINE, SERIES.NOT_FOUND, ENERGY.QUANTITY_UNSUITABLE, TARIFF.… */
  execute(actor: TenantActor, subscriptionId: string, choices: EnergyChoices): Promise<SubscriptionRow> {
    return this.db.transaction(actor, async (tx) => {
      const settings = toEnergySettings(choices);
      await this.subscriptions.getActiveForUpdate(tx, subscriptionId);
      const engine = await this.subscriptions.engineOf(tx, subscriptionId);
      if (engine !== 'energy') throw conflict('SUBSCRIPTION.WRONG_ENGINE', 'This app is not set up this way.', { engine });
      for (const seriesId of settings.seriesIds) await this.promiseComputation(tx, subscriptionId, seriesId);
      const configured = await this.subscriptions.configure(tx, subscriptionId, settings);
      await this.slots.keepOnly(tx, subscriptionId, settings.seriesIds);
      await tx.audit('subscription.configured', { subscriptionId, settings });
      return configured;
    });
  }

  private async promiseComputation(tx: TenantTx, subscriptionId: string, seriesId: number): Promise<void> {
    energyMetricOf(await this.series.get(tx, seriesId));
    const extent = await this.points.seriesExtent(tx, seriesId);
    if (extent) await tx.enqueue(refreshEnergy, { subscriptionId, seriesId, fromMs: extent.fromMs, toMs: extent.toMs + 1 });
  }
}
