import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, invalid, tenantId } from '@tenon/kernel';
import { listCards } from '../persistence/card.repository.js';
import { getAssigned, insertPayment, lockEntry } from '../persistence/payment.repository.js';
import { listLines, lockByNumber } from '../persistence/read-invoice.repository.js';
import type { WholeInvoice } from './invoice-view.js';
import { settleInvoice } from './settle-invoice.js';
import { voiceOfOffice } from './voice.js';

const LONGEST_REASON = 500;

/**
 * Takes back what a booking was said to pay, where it was the wrong invoice: the payment stays noted, and beside it that it was taken back.
 * What it paid is owed again, by the day on which it was due; where the company stands follows with the days, as with any bill. Repeating
 * it fails, as a payment is taken back once.
 */
@Injectable()
export class TakeBackPayment {
  constructor(private readonly db: SystemDb) {}

  /** @throws AppError (not-found) PAYMENT.NOT_FOUND; (conflict) PAYMENT.NOT_ASSIGNED; (invalid) PAYMENT.REASON */
  async execute(staff: StaffActor, { paymentId, reason }: { readonly paymentId: string; readonly reason: string }): Promise<WholeInvoice> {
    const said = reason.trim();
    if (said === '' || said.length > LONGEST_REASON) throw invalid('PAYMENT.REASON', 'Say why, in at most 500 characters.');
    return this.db.runAs(staff, 'office: take a payment back', async (tx) => {
      const { entryId, invoiceNumber, amountMinor, paidOn } = await getAssigned(tx, paymentId);
      if (entryId !== null) await lockEntry(tx, entryId);
      const { tenantId: company, id: invoiceId, number } = await lockByNumber(tx, invoiceNumber);
      if (!(await getAssigned(tx, paymentId)).isAssigned) throw conflict('PAYMENT.NOT_ASSIGNED', 'It did not come by transfer, or was taken back already.');
      await insertPayment(tx, { tenantId: company, invoiceId, kind: 'taken-back', amountMinor, paidOn, bankEntryId: entryId, note: said, recordedBy: staff.userId, undoes: paymentId });
      await tx.auditFor(tenantId(company), staff, 'invoice.payment-taken-back', { invoiceId, number, amountMinor, reason: said });
      await tx.enqueueFor(tenantId(company), noticeRaised, { noticeId: tx.newId(), kind: 'invoice.payment-taken-back', subjectId: invoiceId, facts: { number, amount: (amountMinor / 100).toFixed(2), reason: said } });
      const invoice = await settleInvoice(tx, voiceOfOffice(tx, staff, tenantId(company)), { tenantId: company, id: invoiceId });
      return { ...invoice, lines: await listLines(tx, company, invoiceId), cards: await listCards(tx, company, invoiceId) };
    });
  }
}
