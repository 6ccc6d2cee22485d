import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { HourQuantity } from '@tenon/domain/billing';
import { addToReadings } from '../persistence/reading.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { settleDays } from './full-days.js';
import { clockOf } from './local-days.js';
import { tellShare } from './tell-share.js';

/**
 * Counts points. Whoever rolls points up says by how many the distinct points of each hour grew, in the transaction in which they
 * did: so a repeated message adds nothing, one that is cut off leaves nothing, and doing it again finds nothing new.
 */
@Injectable()
export class PointMeter {
  async add(tx: TenantTx, grown: readonly HourQuantity[]): Promise<void> {
    if (grown.length === 0) return;
    const terms = await readTerms(tx, tx.tenantId);
    await addToReadings(tx, tx.tenantId, 'pointsADay', grown);
    const localTimeOf = clockOf(terms.timeZone);
    const byDay = new Map<number, number>();
    for (const { hourMs, quantity } of grown) {
      const { localDay } = localTimeOf(hourMs);
      byDay.set(localDay, (byDay.get(localDay) ?? 0) + quantity);
    }
    const counted = await settleDays(tx, terms, [...byDay.keys()]);
    const today = counted.find(({ localDay }) => localDay === terms.today);
    if (today) await tellShare(tx, terms, 'pointsADay', { before: today.points - (byDay.get(terms.today) ?? 0), used: today.points });
  }
}
