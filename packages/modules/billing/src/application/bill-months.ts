import { Inject, Injectable } from '@nestjs/common';
import { SystemDb, TenantDb, type TenantTx } from '@tenon/db';
import { monthOf, monthsDue } from '@tenon/domain/billing';
import { isoDate, localTimeAt } from '@tenon/domain/energy';
import { systemActor } from '@tenon/domain/identity';
import { HOUR_MS, type TenantId } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { listBillingMoves } from '../persistence/billing-move.repository.js';
import { putBilledThrough, readBilledThrough } from '../persistence/billing-run.repository.js';
import { listCompaniesToBill } from '../persistence/invoice.repository.js';
import { listUnbilledChoices } from '../persistence/plan-choice.repository.js';
import { listLimitChanges } from '../persistence/plan-limit.repository.js';
import { lockTerms, type CompanyTerms } from '../persistence/terms.repository.js';
import { billPauses } from './bill-pauses.js';
import { linesOfChange } from './change-lines.js';
import { issueInvoice } from './issue-invoice.js';
import { monthLines, readMonth, type BilledCompany } from './month-lines.js';

/** A month is billed some hours after it began: the last points of the month before are rolled up by then. */
const GRACE_MS = 2 * HOUR_MS;

/**
 * Writes the invoices that are due: each month that began, once, each pause that ended, and each change of plan that has none. A company is one transaction:
 * it is billed whole or not at all. Doing it again, in several workers, after days of standing still or with a clock that jumps, writes
 * the same invoices, each once; only the day on which one is written differs.
 */
@Injectable()
export class BillMonths {
  constructor(
    private readonly system: SystemDb,
    private readonly db: TenantDb,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** One company's trouble keeps no other from being billed. */
  async execute(now = new Date()): Promise<void> {
    const dueBefore = new Date(now.getTime() - GRACE_MS);
    const companies = await this.system.run('billing: find whom to bill', (tx) => listCompaniesToBill(tx, dueBefore));
    for (const tenantId of companies) {
      await this.bill(tenantId as TenantId, dueBefore).catch((error: unknown) => this.log.error('billing.company-not-billed', { tenantId, error }));
    }
  }

  private bill(tenantId: TenantId, dueBefore: Date): Promise<void> {
    return this.db.transaction(systemActor(tenantId), async (tx) => {
      const terms = await lockTerms(tx, tenantId);
      const { localDay } = localTimeAt(terms.timeZone, dueBefore.getTime());
      await billChanges(tx, terms, localDay);
      const company: BilledCompany = { tenantId, timeZone: terms.timeZone, choices: terms.choices, limits: await listLimitChanges(tx, tenantId), moves: await listBillingMoves(tx, tenantId) };
      await billPauses(tx, company, company.moves, terms.today);
      await billMonths(tx, company, localDay);
    });
  }
}

async function billChanges(tx: TenantTx, { choices }: CompanyTerms, today: number): Promise<void> {
  for (const choice of await listUnbilledChoices(tx, tx.tenantId)) await issueInvoice(tx, { occasion: `change:${choice.id}`, today, lines: linesOfChange(choice, choices) });
}

async function billMonths(tx: TenantTx, company: BilledCompany, today: number): Promise<void> {
  const begun = company.choices.filter(({ planId }) => planId !== 'trial').map(({ fromDay }) => fromDay);
  if (begun.length === 0) return;
  for (const firstDay of monthsDue((await readBilledThrough(tx)) ?? Math.min(...begun), today)) {
    await issueInvoice(tx, { occasion: `month:${isoDate(firstDay).slice(0, 7)}`, today, lines: monthLines(await readMonth(tx, company, firstDay)) });
    await putBilledThrough(tx, monthOf(firstDay).firstDay);
  }
}
