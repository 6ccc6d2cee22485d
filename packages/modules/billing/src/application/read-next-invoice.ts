import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { invoiceOf, monthOf, type InvoiceLine } from '@tenon/domain/billing';
import type { TenantActor } from '@tenon/domain/identity';
import { listBillingMoves } from '../persistence/billing-move.repository.js';
import { listLimitChanges } from '../persistence/plan-limit.repository.js';
import type { KeptLine } from '../persistence/read-invoice.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { expectedReadings } from './expected-readings.js';
import { monthLines, readMonth } from './month-lines.js';

/** The next month's own invoice as it would be written by what was read so far; days are local days since 1970-01-01, amounts fen. */
export interface NextInvoice {
  /** On which it is issued: the first day of the next month. */
  readonly issuedOn: number;
  readonly grossMinor: number;
  readonly taxMinor: number;
  readonly netMinor: number;
  readonly lines: readonly KeptLine[];
  /** What it will come to if days go on as they went; null while too little is known. */
  readonly expectedMinor: number | null;
}

/** What the next invoice comes to so far: reckoned as the invoice will be, whenever somebody looks, and kept nowhere. */
@Injectable()
export class ReadNextInvoice {
  constructor(private readonly db: TenantDb) {}

  execute(actor: TenantActor): Promise<NextInvoice> {
    return this.db.read(actor, async (tx) => {
      const { tenantId } = tx;
      const { timeZone, choices, today } = await readTerms(tx, tenantId);
      const { firstDay } = monthOf(today, 1);
      const facts = await readMonth(tx, { tenantId, timeZone, choices, limits: await listLimitChanges(tx, tenantId), moves: await listBillingMoves(tx, tenantId) }, firstDay);
      const { gross, tax, net, lines } = invoiceOf('', firstDay, monthLines(facts));
      const expected = expectedReadings(facts, tx.now);
      return {
        ...{ issuedOn: firstDay, grossMinor: gross.amountMinor, taxMinor: tax.amountMinor, netMinor: net.amountMinor, lines: lines.map(asKept) },
        expectedMinor: expected && invoiceOf('', firstDay, monthLines({ ...facts, readings: expected })).gross.amountMinor,
      };
    });
  }
}

function asKept(line: InvoiceLine): KeptLine {
  const { kind, lineNo, planId, fromDay, toDay, quantity, unitPrice, per, amount, tax } = line;
  const read = 'meter' in line ? { meter: line.meter, included: line.included, hours: line.hours, days: line.days } : { meter: null, included: null, hours: null, days: null };
  return { ...{ kind, lineNo, planId, fromDay, toDay, quantity, per }, ...read, choiceId: null, unitPriceMinor: unitPrice.amountMinor, amountMinor: amount.amountMinor, taxMinor: tax.amountMinor };
}
