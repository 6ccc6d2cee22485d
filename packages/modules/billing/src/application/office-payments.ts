import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, invalid, tenantId } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { waitingRefunds } from '../persistence/card-refund.repository.js';
import { insertPayment, listEntries, lockEntry, type BankEntryRow } from '../persistence/payment.repository.js';
import { lockByNumber } from '../persistence/read-invoice.repository.js';
import { invoiceView, type InvoiceView } from './invoice-view.js';
import { payInvoice } from './record-statement.js';
import { settleInvoice } from './settle-invoice.js';
import { voiceOfOffice } from './voice.js';

interface EntryPageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly isOpen?: boolean | null | undefined;
}

/** Which booking pays which invoice, and how much of it; null for all that is left of it. */
export interface Assignment {
  readonly entryId: string;
  readonly invoiceNumber: string;
  readonly amountMinor: number | null;
}

/** Money that went back. */
export interface Refund {
  readonly invoiceNumber: string;
  readonly amountMinor: number;
  /** `YYYY-MM-DD`. */
  readonly paidOn: string;
  readonly note: string;
}

/** Payments as people of the office look after them. */
@Injectable()
export class OfficePayments {
  constructor(private readonly db: SystemDb) {}

  /** Newest first. @throws AppError (invalid) PAGE.SIZE, PAGE.CURSOR */
  async entries(staff: StaffActor, args: EntryPageArgs): Promise<Page<BankEntryRow>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    const rows = await this.db.runAs(staff, 'office: list bookings', (tx) => listEntries(tx, request, args.isOpen ?? false));
    return toPage(rows, request.limit, ({ bookedOn, id }) => [`${bookedOn}T00:00:00.000Z`, id]);
  }

  /**
   * Says by hand what a booking pays. Repeating it fails, as nothing is left of the booking.
   * @throws AppError (not-found) BANK_ENTRY.NOT_FOUND, INVOICE.NOT_FOUND; (conflict) BANK_ENTRY.TOO_MUCH with the fen that are left of it, INVOICE.NOTHING_OWED
   */
  assign(staff: StaffActor, { entryId, invoiceNumber, amountMinor }: Assignment): Promise<BankEntryRow> {
    return this.db.runAs(staff, 'office: assign a booking', async (tx) => {
      const entry = await lockEntry(tx, entryId);
      const left = entry.amountMinor - entry.assignedMinor;
      const paying = amountMinor ?? left;
      if (!Number.isInteger(paying) || paying < 1 || paying > left) throw conflict('BANK_ENTRY.TOO_MUCH', 'Not that much is left of this booking.', { left });
      const invoice = invoiceView(await lockByNumber(tx, invoiceNumber.trim()), 0);
      if (invoice.owedMinor <= 0) throw conflict('INVOICE.NOTHING_OWED', 'Nothing is owed of this invoice.', { number: invoice.number });
      await payInvoice(tx, staff, invoice, { entryId, amountMinor: paying, bookedOn: entry.bookedOn });
      return lockEntry(tx, entryId);
    });
  }

  /**
   * Notes that money went back to a company: never more than there is to be paid back.
   * @throws AppError (not-found) INVOICE.NOT_FOUND; (conflict) REFUND.TOO_MUCH with the fen that are to be paid back; (invalid) REFUND.DAY
   */
  async refund(staff: StaffActor, { invoiceNumber, amountMinor, paidOn, note }: Refund): Promise<InvoiceView> {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(paidOn) || Number.isNaN(Date.parse(paidOn))) throw invalid('REFUND.DAY', 'This is no day.', {});
    return this.db.runAs(staff, 'office: note a refund', async (tx) => {
      const invoice = invoiceView(await lockByNumber(tx, invoiceNumber.trim()), 0);
      const left = Math.max(0, -invoice.owedMinor - (await waitingRefunds(tx, invoice.tenantId, invoice.id)));
      if (!Number.isInteger(amountMinor) || amountMinor < 1 || amountMinor > left) throw conflict('REFUND.TOO_MUCH', 'Not that much is to be paid back.', { left });
      const { tenantId: company, id, number } = invoice;
      await insertPayment(tx, { tenantId: company, invoiceId: id, kind: 'refund', amountMinor, paidOn, bankEntryId: null, note: note.slice(0, 500), recordedBy: staff.userId });
      await tx.auditFor(tenantId(company), staff, 'invoice.refund-recorded', { invoiceId: id, number, amountMinor });
      return settleInvoice(tx, voiceOfOffice(tx, staff, tenantId(company)), { tenantId: company, id });
    });
  }
}
