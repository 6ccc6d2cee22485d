import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { AppActor, TenantActor } from '@tenon/domain/identity';
import { conflict, invalid, subscriptionId as toSubscriptionId, type TimeRange } from '@tenon/kernel';
import { ReadStore } from '@tenon/marketplace';
import { ReadPoints, type DailyAggregate } from '@tenon/telemetry';
import type { IndicatorsManifest } from '@tenon/contracts/manifest';
import { readIndicatorSettings } from './indicator-settings.js';

const MOST_MS = 400 * 86_400_000;

/** One local day with one figure an indicator. */
export interface IndicatorRow {
  readonly on: string;
  readonly values: readonly (number | null)[];
}

/** Daily figures of an app of indicators, read as the app: with what the company granted it. */
@Injectable()
export class ReadIndicatorReport {
  constructor(
    private readonly db: TenantDb,
    private readonly store: ReadStore,
    private readonly points: ReadPoints,
  ) {}

  /** @throws AppError SUBSCRIPTION.NOT_FOUND, SUBSCRIPTION.ENDED, SUBSCRIPTION.NOT_CONFIGURED, RANGE.EMPTY, RANGE.TOO_LONG */
  async execute(actor: TenantActor, subscriptionId: string, range: TimeRange): Promise<{ subscriptionId: string; timeZone: string; rows: IndicatorRow[] }> {
    if (!(range.fromMs < range.toMs)) throw invalid('RANGE.EMPTY', 'The range ends before it begins.');
    if (range.toMs - range.fromMs > MOST_MS) throw invalid('RANGE.TOO_LONG', 'A report spans at most 400 days.');
    const subscription = await this.store.subscription(actor, subscriptionId);
    if (subscription.state !== 'active') throw conflict('SUBSCRIPTION.ENDED', 'The subscription has ended.');
    if (!subscription.isConfigured) throw conflict('SUBSCRIPTION.NOT_CONFIGURED', 'Choose first what the app reads.');
    const { manifest } = await this.store.appOf(actor, subscription);
    if (manifest.engine !== 'indicators') throw conflict('SUBSCRIPTION.WRONG_ENGINE', 'This app reports otherwise.', { engine: manifest.engine });
    const { bindings, seriesIds, timeZone } = readIndicatorSettings(subscription.settings);
    const app: AppActor = { kind: 'app', tenantId: actor.tenantId, subscriptionId: toSubscriptionId(subscriptionId), permissions: new Set(subscription.grantedScopes) };
    const days = await this.db.read(app, (tx) => this.points.dailyAggregates(tx, seriesIds, timeZone, range));
    return { subscriptionId, timeZone, rows: toRows(manifest, bindings, days) };
  }
}

function toRows(manifest: IndicatorsManifest, bindings: Readonly<Record<string, number>>, days: readonly DailyAggregate[]): IndicatorRow[] {
  const byDay = new Map<string, Map<number, DailyAggregate>>();
  for (const day of days) byDay.set(day.on, (byDay.get(day.on) ?? new Map<number, DailyAggregate>()).set(day.seriesId, day));
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([on, bySeries]) => ({ on, values: manifest.indicators.map((each) => figure(each.aggregate, bySeries.get(bindings[each.input] ?? -1))) }));
}

function figure(aggregate: IndicatorsManifest['indicators'][number]['aggregate'], day: DailyAggregate | undefined): number | null {
  if (!day) return null;
  if (aggregate === 'mean') return day.sum / day.count;
  return aggregate === 'delta' ? day.last - day.first : day[aggregate];
}
