import { quotaReached } from '@tenon/contracts/events';
import type { SystemTx, TenantTx } from '@tenon/db';
import { limitOf, monthOf, shareReached, type Meter } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';
import { tenantId } from '@tenon/kernel';
import { insertNotice } from '../persistence/quota-notice.repository.js';
import type { CompanyTerms } from '../persistence/terms.repository.js';

/** Where the owner is warned: at the quota, or at a cap below it. */
export function noticeQuota({ plan, caps }: CompanyTerms, meter: Meter): number {
  return Math.min(plan.quotas[meter], limitOf(plan, caps, meter));
}

/** Tells the owner when use passes a share of a quota: once a month, meter and share, whatever comes and goes between. */
export async function tellShare(tx: TenantTx | SystemTx, terms: CompanyTerms, meter: Meter, { before, used }: { before: number; used: number }): Promise<void> {
  const quota = noticeQuota(terms, meter);
  const share = shareReached(before, used, quota);
  if (share === null) return;
  const told = { meter, month: isoDate(monthOf(terms.today).firstDay), share };
  if (!(await insertNotice(tx, terms.tenantId, told, { used, quota }))) return;
  if ('tenantId' in tx) await tx.publish(quotaReached, told);
  else await tx.enqueueFor(tenantId(terms.tenantId), quotaReached, told);
}
