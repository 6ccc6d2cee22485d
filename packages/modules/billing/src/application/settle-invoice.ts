import { noticeRaised } from '@tenon/contracts/events';
import type { SystemTx } from '@tenon/db';
import { invoiceMove } from '@tenon/domain/billing';
import { tenantId } from '@tenon/kernel';
import { putInvoiceState } from '../persistence/invoice.repository.js';
import { getInvoice } from '../persistence/read-invoice.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { catchUp } from './catch-up.js';
import { invoiceView, type InvoiceView } from './invoice-view.js';
import type { Voice } from './voice.js';

/** Writes down where an invoice stands after money moved or a part was taken back, tells the company when it is paid, and brings it back where nothing is late any more. */
export async function settleInvoice(tx: SystemTx, voice: Voice, { tenantId: company, id }: { readonly tenantId: string; readonly id: string }): Promise<InvoiceView> {
  const { today } = await readTerms(tx, company);
  const kept = await getInvoice(tx, company, id);
  const view = invoiceView(kept, today);
  if (invoiceMove(kept.state, view.state) === kept.state) return view;
  await putInvoiceState(tx, company, id, view.state);
  if (view.state === 'paid') await tx.enqueueFor(tenantId(company), noticeRaised, { noticeId: tx.newId(), kind: 'invoice.paid', subjectId: id, facts: { number: view.number } });
  if (view.state === 'paid' || view.state === 'void') await catchUp(tx, voice, company);
  return view;
}
