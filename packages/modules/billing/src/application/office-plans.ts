import { Injectable } from '@nestjs/common';
import { SystemDb, type SystemTx } from '@tenon/db';
import { MAX_CAP_OF_QUOTA, PLANS, type Meter, type PlanId } from '@tenon/domain/billing';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, invalid, type TenantId } from '@tenon/kernel';
import { insertChoice, withdrawAfter } from '../persistence/plan-choice.repository.js';
import { putQuota } from '../persistence/plan-limit.repository.js';
import { lockTerms, readTerms, type CompanyTerms } from '../persistence/terms.repository.js';
import { settleAllDays } from './full-days.js';
import { moveIfItMay } from './move-company.js';
import { planView, type PlanView } from './plan-view.js';
import { voiceOfOffice } from './voice.js';

/** A quota that the office gives instead of the plan's; null for the plan's own. */
export interface GivenQuota {
  readonly meter: Meter;
  readonly quota: number | null;
}

/** Plans of companies as the platform office reads and changes them. */
@Injectable()
export class OfficePlans {
  constructor(private readonly db: SystemDb) {}

  /** One company's plan and use. Whoever asks has looked at the company, which stands in its trail. */
  read(staff: StaffActor, tenantId: string): Promise<PlanView> {
    return this.db.runAs(staff, "office: read a company's plan", async (tx) => planView(tx, await readTerms(tx, tenantId)));
  }

  /**
   * Gives a company another plan, at once and without a charge; what was agreed for later is taken back. It ends a trial as a choice of the company's own does.
   * @throws AppError (conflict) PLAN.SAME; (not-found) TENANT.NOT_FOUND
   */
  change(staff: StaffActor, tenantId: TenantId, planId: PlanId): Promise<void> {
    return this.act(staff, 'office: change a plan', tenantId, async (tx, { plan, today }) => {
      if (plan.id === planId) throw conflict('PLAN.SAME', 'The company has this plan.', { plan: planId });
      await withdrawAfter(tx, tenantId, today);
      await insertChoice(tx, tenantId, { planId, fromDay: today }, 0);
      await tx.auditFor(tenantId, staff, 'tenant.plan-changed', { before: { plan: plan.id }, after: { plan: planId }, dueNowMinor: 0 });
      await moveIfItMay(tx, voiceOfOffice(tx, staff, tenantId), { tenantId, cause: 'plan-chosen' });
    });
  }

  /**
   * Gives a company another quota on one meter, whatever its plan. Repeating it changes nothing.
   * @throws AppError (invalid) PLAN.QUOTA_INVALID for no whole number from 0 to a hundred times the largest plan's; (not-found) TENANT.NOT_FOUND
   */
  giveQuota(staff: StaffActor, tenantId: TenantId, { meter, quota }: GivenQuota): Promise<void> {
    const most = PLANS.enterprise.quotas[meter] * MAX_CAP_OF_QUOTA;
    if (quota !== null && (!Number.isInteger(quota) || quota < 0 || quota > most)) throw invalid('PLAN.QUOTA_INVALID', 'Not a number that a quota may be.', { meter, most });
    return this.act(staff, 'office: give a quota', tenantId, async (tx, { limits, today }) => {
      const before = limits.find((limit) => limit.meter === meter)?.quota ?? null;
      if (before === quota) return;
      await putQuota(tx, { tenantId, meter, fromDay: today }, quota);
      await tx.auditFor(tenantId, staff, 'tenant.quota-given', { meter, before: { quota: before }, after: { quota } });
    });
  }

  private act(staff: StaffActor, reason: string, tenantId: TenantId, work: (tx: SystemTx, terms: CompanyTerms) => Promise<void>): Promise<void> {
    return this.db.runAs(staff, reason, async (tx) => {
      await work(tx, await lockTerms(tx, tenantId));
      await settleAllDays(tx, await readTerms(tx, tenantId));
    });
  }
}
