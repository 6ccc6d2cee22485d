import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { energyReport, periodRange, previousRange, type EnergyReport, type Period } from '@tenon/domain/energy';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, invalid, type TimeRange } from '@tenon/kernel';
import { SubscriptionRepository } from '@tenon/marketplace';
import { EnergySlotRepository } from '../persistence/energy-slot.repository.js';
import { readEnergySettings, type EnergySettings } from './energy-settings.js';
import { ReadEnergyProgress, type EnergyProgress } from './read-energy-progress.js';

const MOST_DAYS = 1_100;
const DAY_MS = 86_400_000;

/** A report, the one of the time before, and how far computing has come. */
export interface EnergyAnswer {
  readonly subscriptionId: string;
  readonly report: EnergyReport;
  readonly previous: EnergyReport | null;
  readonly progress: EnergyProgress;
}

/** Energy, cost and carbon of a range, from the computed quarter-hours and the tariff and factor of now. */
@Injectable()
export class ReadEnergyReport {
  constructor(
    private readonly db: TenantDb,
    private readonly subscriptions: SubscriptionRepository,
    private readonly slots: EnergySlotRepository,
    private readonly progress: ReadEnergyProgress,
  ) {}

  /** @throws AppError SUBSCRIPTION.NOT_FOUND, SUBSCRIPTION.ENDED, SUBSCRIPTION.NOT_CONFIGURED, RANGE.EMPTY, RANGE.TOO_LONG */
  execute(actor: TenantActor, input: { subscriptionId: string; range: TimeRange; period: Period }): Promise<EnergyAnswer> {
    return this.db.read(actor, async (tx) => {
      const settings = await this.settingsOf(tx, input.subscriptionId);
      const range = widen(input.range, settings.timeZone, input.period);
      const report = await this.report(tx, input.subscriptionId, settings, range, input.period);
      const before = await this.report(tx, input.subscriptionId, settings, previousRange(settings.timeZone, range), input.period);
      const previous = before.coverage.slotWithDataCount > 0 ? before : null;
      return { subscriptionId: input.subscriptionId, report, previous, progress: await this.progress.within(tx, input.subscriptionId, settings.seriesIds) };
    });
  }

  private async settingsOf(tx: TenantTx, id: string): Promise<EnergySettings> {
    const subscription = await this.subscriptions.get(tx, id);
    if (subscription.state !== 'active') throw conflict('SUBSCRIPTION.ENDED', 'The subscription has ended.');
    if (!subscription.isConfigured) throw conflict('SUBSCRIPTION.NOT_CONFIGURED', 'Choose first what the app reads.');
    return readEnergySettings(subscription.settings);
  }

  private async report(tx: TenantTx, id: string, settings: EnergySettings, range: TimeRange, period: Period): Promise<EnergyReport> {
    const slots = await this.slots.listSums(tx, id, settings.seriesIds, range);
    return energyReport({ slots, range, period, tariff: settings.tariff, kgCo2PerKwh: settings.emissionFactorKgPerKwh, timeZone: settings.timeZone });
  }
}

function widen({ fromMs, toMs }: TimeRange, timeZone: string, period: Period): TimeRange {
  if (!(fromMs < toMs)) throw invalid('RANGE.EMPTY', 'The range ends before it begins.');
  if (toMs - fromMs > MOST_DAYS * DAY_MS) throw invalid('RANGE.TOO_LONG', `A report spans at most ${MOST_DAYS} days.`);
  return { fromMs: periodRange(timeZone, fromMs, period).fromMs, toMs: periodRange(timeZone, toMs - 1, period).toMs };
}
