import { Injectable } from '@nestjs/common';
import { budgetWaitMs, READING_BUDGET, refilled, spent, type Budget } from '@tenon/domain/telemetry';
import { limited, SECOND_MS, type TenantId } from '@tenon/kernel';

/** Companies that are remembered before those that owe nothing are forgotten. */
const MOST = 10_000;

/**
 * How many readings each company may still ask for. Each api counts by itself, and anew when it starts: it bounds what one company takes from others, and is no bill.
 */
@Injectable()
export class ReadingBudget {
  private readonly byCompany = new Map<TenantId, Budget>();

  /** @throws AppError (limited) TELEMETRY_QUERY.SPENT, with the seconds to wait */
  demand(tenantId: TenantId, nowMs = Date.now()): void {
    const budget = this.byCompany.get(tenantId);
    const waitMs = budget ? budgetWaitMs(budget, nowMs, READING_BUDGET) : 0;
    if (waitMs === 0) return;
    const { perHour } = READING_BUDGET;
    throw limited('TELEMETRY_QUERY.SPENT', `This company has asked for more than ${perHour} readings an hour. Ask again later.`, { perHour, waitS: Math.ceil(waitMs / SECOND_MS) });
  }

  spend(tenantId: TenantId, readings: number, nowMs = Date.now()): void {
    if (this.byCompany.size >= MOST) this.forgetFull(nowMs);
    this.byCompany.set(tenantId, spent(this.byCompany.get(tenantId) ?? { left: READING_BUDGET.saved, atMs: nowMs }, readings, nowMs, READING_BUDGET));
  }

  private forgetFull(nowMs: number): void {
    for (const [tenantId, budget] of this.byCompany) if (refilled(budget, nowMs, READING_BUDGET).left === READING_BUDGET.saved) this.byCompany.delete(tenantId);
  }
}
