import { Injectable } from '@nestjs/common';
import { RESULT_CHANNEL } from '@tenon/contracts/wire';
import { TenantDb, type TenantTx } from '@tenon/db';
import { energySlots, type EnergyMetric } from '@tenon/domain/energy';
import { systemActor, type AppActor } from '@tenon/domain/identity';
import { DAY_MS, subscriptionId as toSubscriptionId, type TenantId, type TimeRange } from '@tenon/kernel';
import { SubscriptionRepository, type SubscriptionRow } from '@tenon/marketplace';
import { ReadPoints, SeriesRepository } from '@tenon/telemetry';
import { EnergySlotRepository } from '../persistence/energy-slot.repository.js';
import { affectedRange, pointsFor } from './affected-range.js';
import { energyMetricOf } from './energy-metric-of.js';
import { readSeriesIds } from './energy-settings.js';

/** A year of quarter-hours is computed in pieces, so that no transaction is long and results appear as they come. */
const PIECE_MS = 31 * DAY_MS;

export interface EnergyRefresh extends TimeRange {
  readonly subscriptionId: string;
  readonly seriesId: number;
}

/**
 * Computes the quarter-hours of one metric that points in a range may have altered, as the app: with what the company
 * granted it, and no more. Slots are made exactly what the points say, so repeating it changes nothing.
 */
@Injectable()
export class RefreshEnergy {
  constructor(
    private readonly db: TenantDb,
    private readonly subscriptions: SubscriptionRepository,
    private readonly slots: EnergySlotRepository,
    private readonly series: SeriesRepository,
    private readonly points: ReadPoints,
  ) {}

  /** Does nothing where the subscription ended, no longer reads this metric, or the machine is gone with it. */
  async execute(tenantId: TenantId, refresh: EnergyRefresh): Promise<void> {
    const app = await this.actorOf(tenantId, refresh);
    if (!app) return;
    const range = await this.db.transaction(app, (tx) => this.affected(tx, refresh));
    if (!range) return;
    for (let fromMs = range.fromMs; fromMs < range.toMs; fromMs += PIECE_MS) {
      const piece = { fromMs, toMs: Math.min(fromMs + PIECE_MS, range.toMs) };
      const isRunning = await this.db.transaction(app, (tx) => this.compute(tx, refresh, piece));
      if (!isRunning) return;
    }
  }

  private async actorOf(tenantId: TenantId, { subscriptionId, seriesId }: EnergyRefresh): Promise<AppActor | null> {
    const row = await this.db.transaction(systemActor(tenantId), (tx) => this.subscriptions.get(tx, subscriptionId));
    if (!reads(row, seriesId)) return null;
    return { kind: 'app', tenantId, subscriptionId: toSubscriptionId(subscriptionId), permissions: new Set(row.grantedScopes) };
  }

  private async affected(tx: TenantTx, { seriesId, fromMs, toMs }: EnergyRefresh): Promise<TimeRange | null> {
    const metric = await this.metricOf(tx, seriesId);
    return metric && affectedRange(this.points, tx, seriesId, metric, { fromMs, toMs });
  }

  private async metricOf(tx: TenantTx, seriesId: number): Promise<EnergyMetric | null> {
    const [series] = await this.series.listByIds(tx, [seriesId]);
    return series ? energyMetricOf(series) : null;
  }

  private async compute(tx: TenantTx, owner: EnergyRefresh, range: TimeRange): Promise<boolean> {
    await this.slots.lock(tx, owner);
    // Read again under the lock: the company may have ended or changed the subscription since.
    if (!reads(await this.subscriptions.get(tx, owner.subscriptionId), owner.seriesId)) return false;
    const metric = await this.metricOf(tx, owner.seriesId);
    if (!metric) return false;
    const points = await pointsFor(this.points, tx, owner.seriesId, metric, range);
    await this.slots.replace(tx, owner, range, energySlots(points, metric, range).slots);
    await tx.notify(RESULT_CHANNEL, { tenantId: tx.tenantId, subscriptionId: owner.subscriptionId });
    return true;
  }
}

function reads(row: SubscriptionRow, seriesId: number): boolean {
  return row.state === 'active' && row.isConfigured && readSeriesIds(row.settings).includes(seriesId);
}
