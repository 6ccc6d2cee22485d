import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb, type SystemTx } from '@tenon/db';
import { creditNote, type CreditNote } from '@tenon/domain/billing';
import { localTimeAt } from '@tenon/domain/energy';
import type { StaffActor } from '@tenon/domain/identity';
import { cny, invalid, tenantId } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { listCards } from '../persistence/card.repository.js';
import { insertCreditNote } from '../persistence/credit-note.repository.js';
import { getAnyInvoice, listInvoices, listLines, listOpenInvoices, lockByNumber, type KeptInvoice, type KeptLine } from '../persistence/read-invoice.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { invoiceView, type InvoiceView, type WholeInvoice } from './invoice-view.js';
import { settleInvoice } from './settle-invoice.js';
import { voiceOfOffice } from './voice.js';

interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** An invoice with whose it is. */
export type CompanyInvoice = InvoiceView & { readonly companyName: string };

/** What is taken back of an invoice, and why; amounts in fen, tax included, with the line's own sign. */
export interface WantedCredit {
  readonly invoiceNumber: string;
  readonly reason: string;
  readonly parts: readonly { readonly lineNo: number; readonly amountMinor: number }[];
}

const LONGEST_REASON = 500;

/** Invoices as people of the office look after them. */
@Injectable()
export class OfficeInvoices {
  constructor(private readonly db: SystemDb) {}

  /** Those of all companies that are not settled, the longest due first. @throws AppError (invalid) PAGE.SIZE, PAGE.CURSOR */
  async open(staff: StaffActor, args: PageArgs): Promise<Page<CompanyInvoice>> {
    const request = pageRequest(args, ['integer', 'uuid']);
    const views = await this.db.runAs(staff, 'office: list open invoices', async (tx) => (await listOpenInvoices(tx, request)).map((kept) => invoiceView(kept, localTimeAt(kept.timeZone, tx.now.getTime()).localDay)));
    return toPage(views, request.limit, ({ dueOn, id }) => [String(dueOn), id]);
  }

  /** One company's, newest first. Whoever asks has looked at the company, which stands in its trail. */
  async of(staff: StaffActor, company: string, args: PageArgs): Promise<Page<InvoiceView>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    const views = await this.db.runAs(staff, "office: read a company's invoices", async (tx) => {
      const { today } = await readTerms(tx, company);
      return (await listInvoices(tx, company, request)).map((kept) => invoiceView(kept, today));
    });
    return toPage(views, request.limit, ({ issuedAt, id }) => [issuedAt.toISOString(), id]);
  }

  /** One with its lines, by its id. @throws AppError (not-found) INVOICE.NOT_FOUND */
  get(staff: StaffActor, id: string): Promise<WholeInvoice> {
    return this.db.runAs(staff, 'office: read an invoice', async (tx) => whole(tx, await getAnyInvoice(tx, id)));
  }

  /**
   * Takes an invoice back, in whole or in part, by a credit note; the company is told.
   * @throws AppError (not-found) INVOICE.NOT_FOUND; (invalid) CREDIT_NOTE.REASON, CREDIT_NOTE.EMPTY, CREDIT_NOTE.LINE_TWICE, CREDIT_NOTE.NO_SUCH_LINE; (conflict) CREDIT_NOTE.TOO_MUCH
   */
  async credit(staff: StaffActor, { invoiceNumber, reason, parts }: WantedCredit): Promise<WholeInvoice> {
    const said = reason.trim();
    if (said === '' || said.length > LONGEST_REASON) throw invalid('CREDIT_NOTE.REASON', 'Say why, in at most 500 characters.');
    return this.db.runAs(staff, 'office: write a credit note', async (tx) => {
      const kept = await lockByNumber(tx, invoiceNumber.trim());
      const { tenantId: company, id, number } = kept;
      const { today } = await readTerms(tx, company);
      const note = creditNote({ ...creditable(kept, await listLines(tx, company, id)), issuedOn: today, reason: said, parts: parts.map(({ lineNo, amountMinor }) => ({ lineNo, amount: cny(amountMinor) })) });
      await insertCreditNote(tx, { tenantId: company, invoiceId: id, noteNo: kept.notes.length + 1 }, note);
      await tell(tx, staff, kept, note);
      await settleInvoice(tx, voiceOfOffice(tx, staff, tenantId(company)), { tenantId: company, id });
      return whole(tx, await lockByNumber(tx, number));
    });
  }
}

async function tell(tx: SystemTx, staff: StaffActor, { tenantId: company, id, number }: KeptInvoice, { gross, reason }: CreditNote): Promise<void> {
  await tx.auditFor(tenantId(company), staff, 'invoice.credited', { invoiceId: id, number, grossMinor: gross.amountMinor, reason });
  await tx.enqueueFor(tenantId(company), noticeRaised, { noticeId: tx.newId(), kind: 'invoice.credited', subjectId: id, facts: { number, amount: (-gross.amountMinor / 100).toFixed(2), reason } });
}

async function whole(tx: SystemTx, kept: KeptInvoice): Promise<WholeInvoice> {
  const { today } = await readTerms(tx, kept.tenantId);
  return { ...invoiceView(kept, today), lines: await listLines(tx, kept.tenantId, kept.id), cards: await listCards(tx, kept.tenantId, kept.id) };
}

function creditable({ number, grossMinor, notes }: KeptInvoice, lines: readonly KeptLine[]): Pick<Parameters<typeof creditNote>[0], 'invoice' | 'earlier'> {
  const amounts = ({ lineNo, amountMinor, taxMinor }: Pick<KeptLine, 'lineNo' | 'amountMinor' | 'taxMinor'>) => ({ lineNo, amount: cny(amountMinor), tax: cny(taxMinor) });
  return {
    invoice: { number, gross: cny(grossMinor), lines: lines.map(amounts) },
    earlier: notes.map((note) => ({ gross: cny(note.grossMinor), lines: note.lines.map(amounts) })),
  };
}
