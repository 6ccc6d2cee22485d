import { describe, expect, it } from '@jest/globals';
import type { WholeInvoice } from '../application/invoice-view.js';
import { Payee } from '../application/payee.js';
import type { KeptLine } from '../persistence/read-invoice.repository.js';
import { invoicePdf } from './invoice-pdf.js';
import { textWidth } from './latin-widths.js';
import { wrapped } from './wrap.js';

const fee: KeptLine = { lineNo: 1, kind: 'fee', planId: 'starter', choiceId: null, fromDay: 20_758, toDay: 20_788, quantity: 30, unitPriceMinor: 29_900, per: 30, amountMinor: 29_900, taxMinor: 1_692, meter: null, included: null, hours: null, days: null };
const overage: KeptLine = { ...fee, lineNo: 2, kind: 'overage', quantity: 1_500_000, unitPriceMinor: 20, per: 1_000_000, amountMinor: 30, taxMinor: 2, meter: 'pointsADay', included: 12_000_000, hours: 3, days: [] };
const invoice = (lines: readonly KeptLine[], name = '上海宝山冲压件有限公司'): WholeInvoice => ({
  ...{ tenantId: 't', id: 'i', number: 'TN-202611-000042', occasion: 'month:2026-11', state: 'issued', issuedOn: 20_758, dueOn: 20_773, issuedAt: new Date(0) },
  ...{ grossMinor: 29_930, taxMinor: 1_694, netMinor: 28_236, owedMinor: 29_930, notes: [], payments: [], lines },
  buyer: { name, taxNumber: '91310000631696382C', addressAndPhone: null, bank: null, account: null },
});
const payee = new Payee({ name: '榫卯（上海）科技有限公司', bank: '招商银行上海分行', account: '1219 0000 1234 567' });

/** What a file shows: the texts of its pages, in the order in which they are drawn. */
function textsOf(file: string): string {
  const runs = file.matchAll(/\/(F[123]) [\d.]+ Tf <([0-9a-f]*)> Tj/g);
  return [...runs].map(([, font, hex = '']) => (font === 'F3' ? Buffer.from(hex, 'hex').swap16().toString('utf16le') : Buffer.from(hex, 'hex').toString('latin1'))).join('');
}

describe('an invoice on paper', () => {
  const file = invoicePdf(invoice([fee, overage]), payee, 'zh-CN').toString('latin1');

  it('is a file whose table finds every object, and whose streams are as long as they say', () => {
    expect(file.startsWith('%PDF-1.7\n')).toBe(true);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    const offsets = [...file.slice(start).matchAll(/(\d{10}) 00000 n \n/g)].map(([, offset]) => Number(offset));
    expect(file.slice(start)).toMatch(new RegExp(`^xref\n0 ${offsets.length + 1}\n`));
    expect(offsets.map((offset) => /^\d+ 0 obj\n/.exec(file.slice(offset))?.[0])).toEqual(offsets.map((_, index) => `${index + 1} 0 obj\n`));
    for (const [, length, content = ''] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) expect(content).toHaveLength(Number(length));
  });

  it('says both sides, what it is for and what is to be paid, to the fen', () => {
    const texts = textsOf(file);
    for (const said of ['TN-202611-000042', '2026-11-01', '2026-11-16', '上海宝山冲压件有限公司', '91310000631696382C', '招商银行上海分行', '1219 0000 1234 567', '入门版月费', 'CNY 299.00', 'CNY 0.30', '1,500,000', 'CNY 16.94', 'CNY 282.36', 'CNY 299.30']) expect(texts).toContain(said);
    expect(textsOf(invoicePdf(invoice([fee]), payee, 'en').toString('latin1'))).toContain('Starter, monthly fee');
  });

  it('goes on to as many pages as it needs', () => {
    const many = invoicePdf(invoice(Array.from({ length: 40 }, (_, index) => ({ ...fee, lineNo: index + 1 }))), payee, 'en').toString('latin1');
    expect(Number(/\/Count (\d+)/.exec(many)?.[1])).toBeGreaterThan(2);
    expect(textsOf(many).match(/Starter, monthly fee/g)).toHaveLength(40);
  });

  it('takes whatever a company calls itself', () => {
    expect(() => invoicePdf(invoice([fee], '𠮷野家\n(Tj) \\ ) endstream 株式会社'.repeat(12)), payee, 'zh-CN')).not.toThrow();
  });
});

describe('lines of a text', () => {
  it('are no wider than they may be, and lose nothing', () => {
    const text = '上海市宝山区友谊路 1518 号 Friendship Road, building 12, somethingthatisfartoolongforoneline';
    const lines = wrapped(text, 9, 120);
    expect(lines.every((line) => textWidth(line, 9) <= 120)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(wrapped('', 9, 120)).toEqual(['']);
  });
});
