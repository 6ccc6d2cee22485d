import { Injectable } from '@nestjs/common';
import { SystemDb, type SystemTx } from '@tenon/db';
import { matchedInvoice, statementEntries, type StatementEntry } from '@tenon/domain/billing';
import type { StaffActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { insertEntry, insertPayment, lockStatements } from '../persistence/payment.repository.js';
import { listOwed, lockByNumber, type KeptInvoice } from '../persistence/read-invoice.repository.js';
import { invoiceView, type InvoiceView } from './invoice-view.js';
import { settleInvoice } from './settle-invoice.js';
import { voiceOfOffice } from './voice.js';

/** What became of a statement's bookings. */
export interface StatementOutcome {
  /** Those that were not known before. */
  readonly recorded: number;
  /** Those of them that pay an invoice. */
  readonly matched: number;
  /** Those that had been recorded earlier. */
  readonly known: number;
}

/** What pays an invoice: a booking, or a part of one. */
export interface Paying {
  readonly entryId: string;
  readonly amountMinor: number;
  readonly bookedOn: string;
}

/** Notes that a booking pays an invoice, in the company's trail too; two that come at once for one invoice go one after the other. */
export async function payInvoice(tx: SystemTx, staff: StaffActor, { tenantId: company, id, number }: KeptInvoice, { entryId, amountMinor, bookedOn }: Paying): Promise<InvoiceView> {
  await lockByNumber(tx, number);
  await insertPayment(tx, { tenantId: company, invoiceId: id, kind: 'payment', amountMinor, paidOn: bookedOn, bankEntryId: entryId, note: '', recordedBy: staff.userId });
  await tx.auditFor(tenantId(company), staff, 'invoice.payment-recorded', { invoiceId: id, number, amountMinor });
  return settleInvoice(tx, voiceOfOffice(tx, staff, tenantId(company)), { tenantId: company, id });
}

/**
 * Records a bank statement and matches what came in with open invoices; what cannot be told stays for a person. One statement is one
 * transaction, and one at a time. A booking is known again by the bank's number, so that a statement may be recorded twice, or overlap.
 */
@Injectable()
export class RecordStatement {
  constructor(private readonly db: SystemDb) {}

  /** @throws AppError (invalid) STATEMENT.COLUMNS, STATEMENT.ROW, STATEMENT.TOO_LONG */
  async execute(staff: StaffActor, csv: string): Promise<StatementOutcome> {
    const entries = statementEntries(csv);
    return this.db.runAs(staff, 'office: record a bank statement', async (tx) => {
      await lockStatements(tx);
      const owed = new Map((await listOwed(tx)).map((kept) => [kept.number, invoiceView(kept, 0)]));
      let [recorded, matched] = [0, 0];
      for (const entry of entries) {
        const entryId = await insertEntry(tx, entry, staff.userId);
        if (entryId === null) continue;
        recorded += 1;
        const invoice = invoiceFor(entry, owed);
        if (!invoice) continue;
        matched += 1;
        owed.set(invoice.number, await payInvoice(tx, staff, invoice, { entryId, amountMinor: entry.amountMinor, bookedOn: entry.bookedOn }));
      }
      return { recorded, matched, known: entries.length - recorded };
    });
  }
}

function invoiceFor(entry: StatementEntry, owed: ReadonlyMap<string, InvoiceView>): InvoiceView | undefined {
  const open = [...owed.values()].filter(({ owedMinor }) => owedMinor > 0).map(({ number, owedMinor, buyer }) => ({ number, owedMinor, buyer: buyer.name }));
  const number = matchedInvoice(entry, open);
  return number === null ? undefined : owed.get(number);
}
