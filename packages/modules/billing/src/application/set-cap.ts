import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { checkedCaps, type Meter } from '@tenon/domain/billing';
import type { TenantActor } from '@tenon/domain/identity';
import { putCap } from '../persistence/plan-limit.repository.js';
import { lockTerms, readTerms } from '../persistence/terms.repository.js';
import { settleAllDays } from './full-days.js';
import { planView, type PlanView } from './plan-view.js';

/** A meter's hard end; null for none of the owner's, so that it ends at its quota. */
export interface Cap {
  readonly meter: Meter;
  readonly cap: number | null;
}

/** Sets where a meter ends, and so the most that it can cost; at once. Repeating it changes nothing and leaves no second entry in the trail. */
@Injectable()
export class SetCap {
  constructor(private readonly db: TenantDb) {}

  /** @throws AppError (invalid) CAP.INVALID, CAP.BEYOND_QUOTA */
  execute(actor: TenantActor, { meter, cap }: Cap): Promise<PlanView> {
    return this.db.transaction(actor, async (tx) => {
      const terms = await lockTerms(tx, tx.tenantId);
      const before = terms.caps[meter] ?? null;
      if (cap !== null) checkedCaps(terms.plan, { [meter]: cap });
      if (cap === before) return planView(tx, terms);
      await putCap(tx, { tenantId: tx.tenantId, meter, fromDay: terms.today }, cap);
      await tx.audit('tenant.cap-set', { meter, before: { cap: before }, after: { cap } });
      const changed = await readTerms(tx, tx.tenantId);
      await settleAllDays(tx, changed);
      return planView(tx, changed);
    });
  }
}
