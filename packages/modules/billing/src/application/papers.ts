import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { localTimeAt } from '@tenon/domain/energy';
import { bug } from '@tenon/kernel';
import { clock, findInvoiceOfNote, findLogo, listPapers } from '../persistence/paper.repository.js';
import { getInvoice, getInvoiceAsOf, listLines } from '../persistence/read-invoice.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { invoiceView } from './invoice-view.js';
import type { PaperContent, PaperList, PaperLanguage, PaperRef } from './paper.js';
import { Payee } from './payee.js';

/** A company's invoices and credit notes on paper: the one place where they are written, whoever asks for them. */
@Injectable()
export class Papers {
  constructor(private readonly payee: Payee) {}

  /** All of the company's, in the order of their numbers, and the instant as of which they are. */
  async list(tx: TenantTx): Promise<PaperList> {
    return { papers: await listPapers(tx), asOf: await clock(tx) };
  }

  /**
   * What is written on a paper.
   * @param asOf of what moved later nothing is said; left out, all is that is known
   * @throws AppError (not-found) INVOICE.NOT_FOUND, for another company's too
   */
  async read(tx: TenantTx, { kind, id }: PaperRef, asOf?: Date): Promise<PaperContent> {
    const { timeZone } = await readTerms(tx, tx.tenantId);
    const invoiceId = kind === 'invoice' ? id : await findInvoiceOfNote(tx, id);
    const kept = await (asOf ? getInvoiceAsOf(tx, invoiceId, asOf) : getInvoice(tx, tx.tenantId, invoiceId));
    const invoice = { ...invoiceView(kept, localTimeAt(timeZone, (asOf ?? tx.now).getTime()).localDay), lines: await listLines(tx, tx.tenantId, invoiceId), cards: [] };
    const logo = await findLogo(tx);
    if (kind === 'invoice') return { number: invoice.number, invoice, note: null, logo };
    const note = invoice.notes.find((each) => each.id === id);
    if (!note) throw bug('INVOICE.NO_NOTE', 'A credit note is written as of before it was issued.', { id });
    return { number: note.number, invoice, note, logo };
  }

  /** Writes it; the same content gives the same bytes. */
  async write({ invoice, note, logo }: PaperContent, language: PaperLanguage): Promise<Buffer> {
    // Loaded when the first is written: what it takes to draw is large, and most processes never do.
    const { creditNotePdf, invoicePdf } = await import('../pdf/index.js');
    const parties = { payee: this.payee, logo };
    return note ? creditNotePdf(invoice, note, parties, language) : invoicePdf(invoice, parties, language);
  }
}
