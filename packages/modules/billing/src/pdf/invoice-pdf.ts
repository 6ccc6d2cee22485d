import { isoDate } from '@tenon/domain/energy';
import type { WholeInvoice } from '../application/invoice-view.js';
import type { Payee } from '../application/payee.js';
import type { KeptLine } from '../persistence/read-invoice.repository.js';
import { EN, ZH, type InvoiceWords } from './invoice-words.js';
import { PAGE, PageCanvas } from './page-canvas.js';
import { pdfFile } from './pdf-file.js';
import { wrapped } from './wrap.js';

const LEFT = PAGE.margin;
const RIGHT = PAGE.width - PAGE.margin;
const MIDDLE = 310;
const BOTTOM = PAGE.height - 70;
const LINE_HEIGHT = 14;

const grouped = new Intl.NumberFormat('en-US');
const yuan = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const money = (fen: number): string => `CNY ${yuan.format(fen / 100)}`;

/** A line in words: what it is, and how it is reckoned. */
function said({ kind, planId, meter, fromDay, toDay, quantity, per, unitPriceMinor }: KeptLine, words: InvoiceWords): { what: string; how: string } {
  const [from, to, price] = [isoDate(fromDay), isoDate(toDay - 1), money(unitPriceMinor)];
  if (kind !== 'overage') return { what: words.line[kind](words.plan[planId]), how: words.days(from, to, quantity, per, price) };
  return { what: words.overage(meter ? words.meter[meter] : ''), how: words.units(from, to, grouped.format(quantity), price, grouped.format(per)) };
}

/** Lays an invoice out, from the top of one page to the foot of as many as it needs. */
class InvoiceSheet {
  readonly pages: PageCanvas[] = [new PageCanvas()];
  private y = 64;

  constructor(private readonly words: InvoiceWords) {}

  private get page(): PageCanvas {
    return this.pages.at(-1) ?? new PageCanvas();
  }

  private room(height: number): void {
    if (this.y + height <= BOTTOM) return;
    this.pages.push(new PageCanvas());
    this.y = 64;
  }

  head({ number, state, issuedOn, dueOn }: WholeInvoice): void {
    const { words } = this;
    this.page.text('Tenon', LEFT, this.y, { size: 16, isBold: true });
    this.page.text(`${words.title} - ${words.state[state]}`, RIGHT, this.y, { size: 14, align: 'right' });
    this.y += 30;
    for (const [label, value] of [[words.number, number], [words.issuedOn, isoDate(issuedOn)], [words.dueOn, isoDate(dueOn)]] as const) {
      this.page.text(label, LEFT, this.y, { grey: 0.4 });
      this.page.text(value, LEFT + 90, this.y);
      this.y += LINE_HEIGHT;
    }
    this.y += 10;
  }

  /** Both sides of the invoice, side by side. */
  sides(sides: readonly { readonly title: string; readonly facts: readonly (readonly [label: string, value: string | null])[] }[]): void {
    const top = this.y;
    const ends = sides.map(({ title, facts }, index) => {
      const x = index === 0 ? LEFT : MIDDLE;
      let y = top;
      this.page.text(title, x, y, { size: 10, isBold: true });
      for (const [label, value] of facts) {
        if (!value) continue;
        for (const [row, line] of wrapped(label ? `${label}: ${value}` : value, 9, 235).entries()) this.page.text(line, x, (y += row === 0 ? LINE_HEIGHT + 1 : 12));
      }
      return y;
    });
    this.y = Math.max(...ends) + 26;
  }

  lines(invoice: WholeInvoice): void {
    this.page.text(this.words.item, LEFT, this.y, { grey: 0.4 });
    this.page.text(this.words.amount, RIGHT, this.y, { grey: 0.4, align: 'right' });
    this.y += 8;
    for (const line of invoice.lines) {
      this.room(46);
      const { what, how } = said(line, this.words);
      this.page.rule(this.y);
      this.page.text(what, LEFT, (this.y += 16), { size: 10 });
      this.page.text(money(line.amountMinor), RIGHT, this.y, { size: 10, align: 'right' });
      for (const text of wrapped(how, 8, 400)) this.page.text(text, LEFT, (this.y += 12), { size: 8, grey: 0.4 });
      this.y += 10;
    }
    this.page.rule(this.y, 1);
  }

  sums(sums: readonly (readonly [label: string, fen: number, isBold?: boolean])[]): void {
    this.room(sums.length * 16 + 40);
    for (const [label, fen, isBold = false] of sums) {
      this.page.text(label, MIDDLE, (this.y += 16), { size: 10, grey: isBold ? 0 : 0.4 });
      this.page.text(money(fen), RIGHT, this.y, { size: 10, align: 'right', isBold });
    }
    this.y += 30;
  }

  foot(): void {
    for (const text of wrapped(this.words.note, 8, RIGHT - LEFT)) this.page.text(text, LEFT, (this.y += 12), { size: 8, grey: 0.4 });
  }
}

/** An invoice on paper, in one language. Amounts, numbers and dates are those of the invoice; nothing is reckoned here. */
export function invoicePdf(invoice: WholeInvoice, payee: Payee, language: 'zh-CN' | 'en'): Buffer {
  const words = language === 'en' ? EN : ZH;
  const sheet = new InvoiceSheet(words);
  const { buyer } = invoice;
  const creditedMinor = invoice.notes.reduce((sum, { grossMinor }) => sum + grossMinor, 0);
  const facts = ({ taxNumber, addressAndPhone, bank, account }: Omit<Payee, 'name'> | typeof buyer) => [[words.taxNumber, taxNumber], ['', addressAndPhone], [words.bank, bank], [words.account, account]] as const;
  sheet.head(invoice);
  sheet.sides([
    { title: words.buyer, facts: [['', buyer.name], ...facts(buyer)] },
    { title: words.payee, facts: [['', payee.name], ...facts(payee)] },
  ]);
  sheet.lines(invoice);
  sheet.sums([
    [words.net, invoice.netMinor],
    [words.tax, invoice.taxMinor],
    [words.gross, invoice.grossMinor, true],
    ...(creditedMinor === 0 ? [] : [[words.credited, creditedMinor] as const]),
    [words.owed, invoice.owedMinor, true],
  ]);
  sheet.foot();
  return pdfFile(sheet.pages, `${words.title} ${invoice.number}`);
}
