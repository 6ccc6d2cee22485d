import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, invalid } from '@tenon/kernel';
import { ReadStore, SubscriptionRepository, type SubscriptionRow } from '@tenon/marketplace';
import { TenantRepository } from '@tenon/identity';
import { SeriesRepository } from '@tenon/telemetry';
import type { IndicatorSettings } from './indicator-settings.js';

/** Chooses which metric each input of an app of indicators reads. Repeating it changes nothing more. */
@Injectable()
export class ConfigureIndicators {
  constructor(
    private readonly db: TenantDb,
    private readonly store: ReadStore,
    private readonly subscriptions: SubscriptionRepository,
    private readonly series: SeriesRepository,
    private readonly tenants: TenantRepository,
  ) {}

  /** @throws AppError SUBSCRIPTION.WRONG_ENGINE; (invalid) INDICATORS.INPUTS_DIFFER; SERIES.NOT_FOUND; (conflict) INDICATORS.NOT_A_NUMBER */
  async execute(actor: TenantActor, input: { subscriptionId: string; bindings: readonly { input: string; seriesId: number }[] }): Promise<SubscriptionRow> {
    const { manifest } = await this.store.appOf(actor, await this.store.subscription(actor, input.subscriptionId));
    if (manifest.engine !== 'indicators') throw conflict('SUBSCRIPTION.WRONG_ENGINE', 'This app is not set up this way.', { engine: manifest.engine });
    const asked = manifest.inputs.map((each) => each.key).sort();
    const bound = input.bindings.map((each) => each.input).sort();
    if (asked.join() !== bound.join()) throw invalid('INDICATORS.INPUTS_DIFFER', 'Choose one metric for each input.', { asked, bound });
    return this.db.transaction(actor, async (tx) => {
      await this.subscriptions.getActiveForUpdate(tx, input.subscriptionId);
      for (const { seriesId } of input.bindings) {
        const series = await this.series.get(tx, seriesId);
        if (series.valueKind !== 'number') throw conflict('INDICATORS.NOT_A_NUMBER', 'Only metrics of numbers can be reckoned with.', { key: series.key });
      }
      const { timeZone } = await this.tenants.get(tx);
      const settings: IndicatorSettings = {
        bindings: Object.fromEntries(input.bindings.map((each) => [each.input, each.seriesId])),
        seriesIds: [...new Set(input.bindings.map((each) => each.seriesId))],
        timeZone,
      };
      await tx.audit('subscription.configured', { subscriptionId: input.subscriptionId, settings });
      return this.subscriptions.configure(tx, input.subscriptionId, settings);
    });
  }
}
