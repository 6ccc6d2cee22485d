import { noticeRaised } from '@tenon/contracts/events';
import type { TenantTx } from '@tenon/db';
import { invoiceMove, invoiceOf, type DraftLine } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';
import { hasInvoice, insertInvoice, readBuyer } from '../persistence/invoice.repository.js';

/** What an invoice is written for. */
export interface InvoiceWanted {
  /** There is one invoice for each occasion. */
  readonly occasion: string;
  /** The company's local day. */
  readonly today: number;
  readonly lines: readonly DraftLine[];
}

/**
 * Issues an invoice in the caller's transaction, which holds the company's lock of plans. Where the occasion has one, or nothing is to
 * be said, it does nothing; so a job that was killed, a double click and a clock that was turned back write nothing twice.
 */
export async function issueInvoice(tx: TenantTx, { occasion, today, lines }: InvoiceWanted): Promise<void> {
  if (lines.length === 0 || (await hasInvoice(tx, tx.tenantId, occasion))) return;
  const invoice = invoiceOf('', today, lines);
  const { amountMinor } = invoice.gross;
  const id = tx.newId();
  // Nothing is owed of what comes to nothing, or less.
  const state = invoiceMove('draft', amountMinor > 0 ? 'issued' : 'paid');
  const number = await insertInvoice(tx, { id, occasion, invoice, buyer: await readBuyer(tx, tx.tenantId), state });
  await tx.audit('invoice.issued', { invoiceId: id, number, grossMinor: amountMinor });
  await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'invoice.issued', subjectId: id, facts: { number, amount: (amountMinor / 100).toFixed(2), dueOn: isoDate(invoice.dueOn) } });
}
