import { Injectable } from '@nestjs/common';
import { limited, type TenantId } from '@tenon/kernel';
import { ReadingBudget } from './reading-budget.js';

/** Of one company, so that others find the rest free; and of all, so that a person who opens a page finds a connection of the database. */
const MOST_OF_COMPANY = 2;
const MOST_OF_ALL = 8;

/** Lets a few long answers be read at a time. Each holds one connection while it reads a piece, and none while its reader is slow. */
@Injectable()
export class QuestionGate {
  private readonly byCompany = new Map<TenantId, number>();
  private all = 0;

  constructor(private readonly budget: ReadingBudget) {}

  /** @throws AppError (limited) TELEMETRY_QUERY.SPENT, TELEMETRY_QUERY.BUSY */
  enter(tenantId: TenantId): void {
    this.budget.demand(tenantId);
    const own = this.byCompany.get(tenantId) ?? 0;
    if (own >= MOST_OF_COMPANY) throw limited('TELEMETRY_QUERY.BUSY', `${MOST_OF_COMPANY} long questions of this company are being answered. Ask again when one of them is done.`, { limit: MOST_OF_COMPANY });
    if (this.all >= MOST_OF_ALL) throw limited('TELEMETRY_QUERY.BUSY', 'Too many long questions are being answered. Ask again in a moment.', { limit: MOST_OF_ALL });
    this.byCompany.set(tenantId, own + 1);
    this.all += 1;
  }

  /** Once for each time that somebody was let in. */
  leave(tenantId: TenantId): void {
    const own = this.byCompany.get(tenantId) ?? 0;
    if (own > 1) this.byCompany.set(tenantId, own - 1);
    else this.byCompany.delete(tenantId);
    this.all -= 1;
  }
}
