import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import type { Transaction } from '@tenon/db';
import { limitOf } from '@tenon/domain/billing';
import { countDays, deleteFullDay, listFullDays, putFullDay, type CountedDay } from '../persistence/full-day.repository.js';
import type { CompanyTerms } from '../persistence/terms.repository.js';
import { dayRange } from './local-days.js';

/** Says anew of these days whether they take more points, and tells the gateway where that changed. Gives what they hold. */
export async function settleDays(tx: Transaction, terms: CompanyTerms, localDays: readonly number[]): Promise<readonly CountedDay[]> {
  const { tenantId, timeZone } = terms;
  const limit = limitOf(terms.plan, terms.caps, 'pointsADay');
  const counted = await countDays(tx, tenantId, localDays.map((localDay) => ({ localDay, range: dayRange(timeZone, localDay) })));
  const turned = counted.filter(({ points, isFull }) => points >= limit !== isFull);
  for (const { localDay, isFull } of turned) {
    if (isFull) await deleteFullDay(tx, tenantId, localDay);
    else await putFullDay(tx, tenantId, { localDay, range: dayRange(timeZone, localDay) }, limit);
  }
  if (turned.length > 0) await tx.notify(DEVICE_CHANNEL, { kind: 'full-days', tenantId });
  return counted;
}

/** The same of every day that is full, and of today: after a change of what the company may use. */
export async function settleAllDays(tx: Transaction, terms: CompanyTerms): Promise<void> {
  const full = await listFullDays(tx, terms.tenantId);
  await settleDays(tx, terms, [...new Set([...full, terms.today])]);
}
