import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import type { MetricQuantity } from '@tenon/domain/telemetry';
import { conflict, DAY_MS, invalid } from '@tenon/kernel';
import { SeriesRepository, type Series, type SeriesMeaning } from '../persistence/series.repository.js';
import { readSeriesId } from './series-id.js';
import { SeriesUsage } from './series-usage.js';

const LONGEST_UNIT = 16;
const LONGEST_INTERVAL_MS = 7 * DAY_MS;

/** What a person says a metric is. */
export interface SeriesDescription {
  readonly id: string;
  readonly quantity: MetricQuantity;
  /** Left as it is where undefined, taken away where null. */
  readonly unit?: string | null | undefined;
  /** For `interval`: how long an interval is. */
  readonly intervalMs?: number | null | undefined;
  /** For `interval`: which of its ends a stamp marks; `start` unless said. */
  readonly intervalStamp?: 'start' | 'end' | null | undefined;
}

/**
 * Says what a metric is. A metric that an app reads keeps its meaning: what was computed from it would no longer agree
 * with what is computed next. Saying the same again changes nothing.
 * Errors: SERIES.NOT_FOUND, SERIES.IN_USE, SERIES.NOT_NUMERIC, SERIES.INTERVAL_INVALID, SERIES.UNIT_INVALID.
 */
@Injectable()
export class DescribeSeries {
  constructor(
    private readonly db: TenantDb,
    private readonly series: SeriesRepository,
    private readonly usage: SeriesUsage,
  ) {}

  async execute(actor: TenantActor, description: SeriesDescription): Promise<Series> {
    demand(actor, 'series:update');
    const seriesId = readSeriesId(description.id);
    return this.db.transaction(actor, async (tx) => {
      const before = await this.series.getForUpdate(tx, seriesId);
      const meaning = meaningOf(before, description);
      if (changesMeaning(before, meaning)) await this.refuseIfRead(tx, seriesId);
      await this.series.describe(tx, seriesId, meaning);
      const after = await this.series.get(tx, seriesId);
      await tx.audit('series.described', { seriesId, deviceId: before.deviceId, key: before.key, before: said(before), after: said(after) });
      return after;
    });
  }

  private async refuseIfRead(tx: TenantTx, seriesId: number): Promise<void> {
    if (await this.usage.isInUse(tx, seriesId)) throw conflict('SERIES.IN_USE', 'An app reads this metric, so what it means can no longer change.', { seriesId });
  }
}

function said({ quantity, unit, intervalMs, intervalStamp }: SeriesMeaning): SeriesMeaning {
  return { quantity, unit, intervalMs, intervalStamp };
}

/** A unit that was not known yet may be filled in. */
function changesMeaning(before: SeriesMeaning, after: SeriesMeaning): boolean {
  const isOtherUnit = before.unit !== null && before.unit !== after.unit;
  return isOtherUnit || before.quantity !== after.quantity || before.intervalMs !== after.intervalMs || before.intervalStamp !== after.intervalStamp;
}

function meaningOf(series: Series, { quantity, unit, intervalMs, intervalStamp }: Omit<SeriesDescription, 'id'>): SeriesMeaning {
  if (series.valueKind !== 'number' && quantity !== 'state') {
    throw invalid('SERIES.NOT_NUMERIC', 'Only numbers can be added up; this metric sends something else.', { seriesId: series.id, valueKind: series.valueKind });
  }
  const asked = { quantity, unit: unit === undefined ? series.unit : readUnit(unit) };
  if (quantity !== 'interval') return { ...asked, intervalMs: null, intervalStamp: null };
  return { ...asked, intervalMs: readInterval(intervalMs ?? series.intervalMs), intervalStamp: intervalStamp ?? series.intervalStamp ?? 'start' };
}

function readUnit(text: string | null): string | null {
  const unit = text?.trim() ?? '';
  if (unit.length > LONGEST_UNIT) throw invalid('SERIES.UNIT_INVALID', `A unit has at most ${LONGEST_UNIT} characters.`, { limit: LONGEST_UNIT });
  return unit === '' ? null : unit;
}

function readInterval(intervalMs: number | null): number {
  if (intervalMs !== null && Number.isInteger(intervalMs) && intervalMs > 0 && intervalMs <= LONGEST_INTERVAL_MS) return intervalMs;
  throw invalid('SERIES.INTERVAL_INVALID', 'An interval has a length: whole milliseconds, at most 7 days.', { intervalMs });
}
