import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { ChangePreview, PlanId } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';
import type { TenantActor } from '@tenon/domain/identity';
import { CONSEQUENCES, mayMove } from '@tenon/domain/life';
import { conflict } from '@tenon/kernel';
import { insertChoice, withdrawAfter } from '../persistence/plan-choice.repository.js';
import { lockStanding } from '../persistence/standing.repository.js';
import { lockTerms, readTerms, type CompanyTerms } from '../persistence/terms.repository.js';
import { settleAllDays } from './full-days.js';
import { issueInvoice } from './issue-invoice.js';
import { moveCompany } from './move-company.js';
import { planView, type PlanView } from './plan-view.js';
import { previewOf } from './preview-plan-change.js';
import { voiceInCompany } from './voice.js';

/** A plan, and what its change was said to cost. */
export interface WantedPlan {
  readonly planId: PlanId;
  /** `dueNow` of the preview, in fen: a change costs what was shown, or is not made. */
  readonly dueNowMinor: number;
}

/**
 * Changes the company's plan: upwards at once, with its invoice, downwards when the month is over. An agreed change makes way for a new one.
 * The first plan ends the trial, also one that is over: the company is active with it.
 * Doing it twice, or at once from two windows, fails with PLAN.SAME or PLAN.CHANGE_AGREED the second time.
 */
@Injectable()
export class ChangePlan {
  constructor(private readonly db: TenantDb) {}

  /** @throws AppError (conflict) PLAN.SAME, PLAN.TRIAL_IS_OVER, PLAN.CHANGE_AGREED; PLAN.PREVIEW_OUTDATED, with what it costs now; PLAN.TOO_MUCH_IN_USE, with the meters; PLAN.NOT_NOW where the company stands so that no plan is changed */
  execute(actor: TenantActor, wanted: WantedPlan): Promise<PlanView> {
    return this.db.transaction(actor, async (tx) => {
      const terms = await lockTerms(tx, tx.tenantId);
      const { standing } = await lockStanding(tx, tx.tenantId);
      const isFirst = mayMove(standing, 'plan-chosen');
      if (!isFirst && !CONSEQUENCES[standing.state].changesPlan) throw conflict('PLAN.NOT_NOW', 'No plan is changed where the company stands so.', { state: standing.state });
      const preview = await previewOf(tx, terms, wanted.planId);
      demandAgreement(terms, wanted, preview);
      await withdrawAfter(tx, tx.tenantId, terms.today);
      const choiceId = await insertChoice(tx, tx.tenantId, { planId: wanted.planId, fromDay: preview.takesEffectOn }, preview.dueNow.amountMinor);
      await this.tell(tx, terms, wanted, preview);
      if (isFirst) await moveCompany(tx, voiceInCompany(tx), { tenantId: tx.tenantId, cause: 'plan-chosen' });
      await issueInvoice(tx, { occasion: `change:${choiceId}`, today: terms.today, lines: preview.lines });
      const changed = await readTerms(tx, tx.tenantId);
      await settleAllDays(tx, changed);
      return planView(tx, changed);
    });
  }

  private tell(tx: TenantTx, { plan }: CompanyTerms, { planId }: WantedPlan, { direction, dueNow, takesEffectOn }: ChangePreview): Promise<void> {
    const action = direction === 'up' ? 'tenant.plan-changed' : 'tenant.plan-change-agreed';
    return tx.audit(action, { before: { plan: plan.id }, after: { plan: planId }, from: isoDate(takesEffectOn), dueNowMinor: dueNow.amountMinor });
  }
}

function demandAgreement({ next }: CompanyTerms, { planId, dueNowMinor }: WantedPlan, { direction, dueNow, isHindered, shortfalls }: ChangePreview): void {
  if (direction === 'down' && next?.planId === planId) throw conflict('PLAN.CHANGE_AGREED', 'This change is agreed already.', { plan: planId });
  if (isHindered) {
    throw conflict('PLAN.TOO_MUCH_IN_USE', 'More is in use than this plan includes.', { meters: shortfalls.filter(({ isSold }) => !isSold).map(({ meter }) => meter) });
  }
  if (dueNow.amountMinor !== dueNowMinor) throw conflict('PLAN.PREVIEW_OUTDATED', 'It costs another amount by now. Look at it again.', { dueNowMinor: dueNow.amountMinor });
}

/** Takes back a change that is agreed for later: the plan stays. Fails with PLAN.NO_CHANGE_AGREED where there is none. */
@Injectable()
export class WithdrawPlanChange {
  constructor(private readonly db: TenantDb) {}

  /** @throws AppError (conflict) PLAN.NO_CHANGE_AGREED */
  execute(actor: TenantActor): Promise<PlanView> {
    return this.db.transaction(actor, async (tx) => {
      const terms = await lockTerms(tx, tx.tenantId);
      if (!terms.next) throw conflict('PLAN.NO_CHANGE_AGREED', 'No change of plan is agreed.');
      await withdrawAfter(tx, tx.tenantId, terms.today);
      await tx.audit('tenant.plan-change-withdrawn', { plan: terms.next.planId, from: isoDate(terms.next.fromDay) });
      return planView(tx, await readTerms(tx, tx.tenantId));
    });
  }
}
