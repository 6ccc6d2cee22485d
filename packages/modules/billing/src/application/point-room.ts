import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { limitOf } from '@tenon/domain/billing';
import type { TimeRange } from '@tenon/kernel';
import { countDays, listFullRanges } from '../persistence/full-day.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { clockOf, dayRange } from './local-days.js';

/** Points that days of the plan would not hold. */
export interface BeyondPlan {
  readonly days: number;
  readonly points: number;
}

/** Room for points of days that are past: what an import would take, and which days take no more. It only reads. */
@Injectable()
export class PointRoom {
  /** How the company's clock reads, by which points belong to days: instants in, numbers of days out. */
  async localDayOf(tx: TenantTx): Promise<(atMs: number) => number> {
    const { timeZone } = await readTerms(tx, tx.tenantId);
    const localTimeOf = clockOf(timeZone);
    return (atMs) => localTimeOf(atMs).localDay;
  }

  /** What of so many new points a day goes beyond what the days may hold. */
  async foresee(tx: TenantTx, byDay: ReadonlyMap<number, number>): Promise<BeyondPlan> {
    const { plan, caps, timeZone } = await readTerms(tx, tx.tenantId);
    const limit = limitOf(plan, caps, 'pointsADay');
    const counted = await countDays(tx, tx.tenantId, [...byDay.keys()].map((localDay) => ({ localDay, range: dayRange(timeZone, localDay) })));
    const beyond = counted.map(({ localDay, points }) => Math.max(0, Math.min(byDay.get(localDay) ?? 0, points + (byDay.get(localDay) ?? 0) - limit))).filter((points) => points > 0);
    return { days: beyond.length, points: beyond.reduce((sum, points) => sum + points, 0) };
  }

  /** The instants of days that take no more points, in order. */
  fullRanges(tx: TenantTx, range: TimeRange): Promise<TimeRange[]> {
    return listFullRanges(tx, tx.tenantId, range);
  }
}
