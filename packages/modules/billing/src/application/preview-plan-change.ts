import { Injectable } from '@nestjs/common';
import { TenantDb, type Transaction } from '@tenon/db';
import { planWith, previewChange, type ChangePreview, type PlanId } from '@tenon/domain/billing';
import type { TenantActor } from '@tenon/domain/identity';
import { countStocks } from '../persistence/stock.repository.js';
import { readTerms, type CompanyTerms } from '../persistence/terms.repository.js';

/** What a change to a plan would bring today. @throws AppError (conflict) PLAN.SAME, PLAN.TRIAL_IS_OVER */
export async function previewOf(tx: Transaction, terms: CompanyTerms, planId: PlanId): Promise<ChangePreview> {
  return previewChange({ from: terms.plan, to: planWith(planId, terms.limits), today: terms.today, inUse: await countStocks(tx, terms.tenantId) });
}

/** Shows what a change of plan will cost, to the fen, and what is too much for the other plan. Changes nothing. */
@Injectable()
export class PreviewPlanChange {
  constructor(private readonly db: TenantDb) {}

  /** @throws AppError (conflict) as {@link previewOf} */
  execute(actor: TenantActor, planId: PlanId): Promise<ChangePreview> {
    return this.db.read(actor, async (tx) => previewOf(tx, await readTerms(tx, tx.tenantId), planId));
  }
}
