import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { extractText, extractTextItems, getDocumentProxy, getMeta } from 'unpdf';
import type { WholeInvoice } from '../application/invoice-view.js';
import { Payee } from '../application/payee.js';
import type { KeptLine } from '../persistence/read-invoice.repository.js';
import { creditNotePdf } from './credit-note-pdf.js';
import { invoiceFonts, printable } from './invoice-fonts.js';
import { invoicePdf } from './invoice-pdf.js';
import { PAGE } from './sheet.js';

const fee: KeptLine = { lineNo: 1, kind: 'fee', planId: 'starter', choiceId: null, fromDay: 20_758, toDay: 20_788, quantity: 30, unitPriceMinor: 29_900, per: 30, amountMinor: 29_900, taxMinor: 1_692, meter: null, included: null, hours: null, days: null };
const overage: KeptLine = { ...fee, lineNo: 2, kind: 'overage', quantity: 1_500_000, unitPriceMinor: 20, per: 1_000_000, amountMinor: 30, taxMinor: 2, meter: 'pointsADay', included: 12_000_000, hours: 3, days: [] };
const invoice = (lines: readonly KeptLine[], more: Partial<WholeInvoice> = {}): WholeInvoice => ({
  ...{ tenantId: 't', id: 'i', number: 'TN-202611-000042', occasion: 'month:2026-11', state: 'issued', issuedOn: 20_758, dueOn: 20_773, issuedAt: new Date('2026-11-01T02:00:00Z') },
  ...{ grossMinor: 29_930, taxMinor: 1_694, netMinor: 28_236, owedMinor: 29_930, notes: [], payments: [], cards: [], lines },
  buyer: { name: '上海宝山冲压件有限公司', taxNumber: '91310000631696382C', addressAndPhone: null, bank: null, account: null },
  ...more,
});
const payee = new Payee({ name: '榫卯（上海）科技有限公司', bank: '招商银行上海分行', account: '1219 0000 1234 567' });
const parties = { payee, logo: null };
const named = (name: string): Partial<WholeInvoice> => ({ buyer: { ...invoice([]).buyer, name } });
const many = (count: number): KeptLine[] => Array.from({ length: count }, (_, index) => ({ ...fee, lineNo: index + 1 }));

/** A file as Mozilla's reader has it. */
const read = async (file: Promise<Buffer>): ReturnType<typeof getDocumentProxy> => getDocumentProxy(Uint8Array.from(await file));
const pagesOf = async (file: Promise<Buffer>): Promise<string[]> => (await extractText(await read(file), { mergePages: false })).text;
const textOf = async (file: Promise<Buffer>): Promise<string> => (await pagesOf(file)).join('\n');

describe('an invoice on paper', () => {
  it('says both sides, what it is for, what is to be paid and where to, to the fen', async () => {
    const text = await textOf(invoicePdf(invoice([fee, overage]), parties, 'zh-CN'));
    for (const said of ['TN-202611-000042', '2026-11-01', '请于 2026-11-16 前支付 ¥299.30', '上海宝山冲压件有限公司', '91310000631696382C', '榫卯（上海）科技有限公司', '招商银行上海分行', '1219 0000 1234 567', '入门版月费', '299.00', '0.30', '1,500,000', '¥16.94', '¥282.36', '第 1 页，共 1 页']) expect(text).toContain(said);
    const english = await textOf(invoicePdf(invoice([fee]), parties, 'en'));
    for (const said of ['Starter, monthly fee', 'CNY 299.30 to be paid by 2026-11-16', 'Page 1 of 1', 'Pay by bank transfer']) expect(english).toContain(said);
  });

  it('says what stands with it, and asks for nothing that is not owed', async () => {
    const [paid, back, gone] = await Promise.all([
      textOf(invoicePdf(invoice([fee], { owedMinor: 0, state: 'paid', payments: [{ id: 'p', kind: 'payment', amountMinor: 29_930, paidOn: 20_760, isAssigned: true }] }), parties, 'en')),
      textOf(invoicePdf(invoice([fee], { owedMinor: -1_000, state: 'paid', payments: [{ id: 'p', kind: 'payment', amountMinor: 30_930, paidOn: 20_760, isAssigned: true }] }), parties, 'en')),
      textOf(invoicePdf(invoice([fee], { owedMinor: 0, state: 'void', notes: [{ id: 'n', number: 'CN-1', issuedOn: 20_761, reason: '', grossMinor: -29_930, taxMinor: -1_694, lines: [] }] }), parties, 'en')),
    ]);
    expect([paid, back, gone].map((text) => text.includes('1219 0000'))).toEqual([false, false, false]);
    for (const [text, said] of [[paid, 'Settled'], [paid, 'CNY −299.30'], [back, 'CNY 10.00 will be paid back to you'], [gone, 'Void'], [gone, 'Credited CNY −299.30']] as const) expect(text).toContain(said);
    expect(paid).not.toContain('Credited');
    expect(await textOf(invoicePdf(invoice([fee], { payments: [{ id: 'p', kind: 'payment', amountMinor: 100, paidOn: 20_760, isAssigned: true }] }), parties, 'zh-CN'))).toContain('已付 −¥1.00');
  });

  it('has its amounts with their points beneath each other, within the paper’s margins', async () => {
    const { items } = await extractTextItems(await read(invoicePdf(invoice([fee, overage, { ...fee, kind: 'credit', amountMinor: -1_234_567 }]), parties, 'zh-CN')));
    const ends = (items[0] ?? []).filter(({ str }) => /^[¥−\d][\d,.]*\.\d\d$/.test(str)).map(({ x, width }) => Math.round((x + width) * 10) / 10);
    expect(ends.length).toBeGreaterThan(9);
    expect(new Set(ends)).toEqual(new Set([448, 539.3]));
    for (const { x, width, y } of items[0] ?? []) expect([x >= PAGE.left - 1, x + width <= PAGE.right + 1, y > 0, y < PAGE.height]).toEqual([true, true, true, true]);
  });

  it('goes on to as many pages as it needs, each with the head of its list and its number', async () => {
    const pages = await pagesOf(invoicePdf(invoice(many(60)), parties, 'en'));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join().match(/Starter, monthly fee/g)).toHaveLength(60);
    expect(pages.map((text, index) => [text.includes(`Page ${index + 1} of ${pages.length}`), text.includes('TN-202611-000042'), text.includes('Of which tax') || !text.includes('monthly fee')])).toEqual(pages.map(() => [true, true, true]));
  });

  it('never leaves a line, a sum or the note for a place that is not on the page', async () => {
    // From where all of it is on one page to where the note alone is on the next.
    for (let lines = 5; lines < 14; lines += 1) {
      const { items } = await extractTextItems(await read(invoicePdf(invoice(many(lines)), parties, 'en')));
      const footed = items.map((page) => page.filter(({ y }) => y < PAGE.height - PAGE.bottom - 14).map(({ str }) => str).filter((text) => text.trim() !== '').length);
      expect([lines, ...footed]).toEqual([lines, ...items.map(() => 2)]);
    }
  });

  it('is the same file each time, with what readers show of one', async () => {
    const [first, again] = await Promise.all([invoicePdf(invoice([fee]), parties, 'zh-CN'), invoicePdf(invoice([fee]), parties, 'zh-CN')]);
    expect(first.equals(again)).toBe(true);
    const { info } = await getMeta(await read(Promise.resolve(first)));
    expect(info).toMatchObject({ Title: '账单 TN-202611-000042', Subject: 'TN-202611-000042', Author: '榫卯（上海）科技有限公司', Producer: 'Tenon', Language: 'zh-CN' });
    expect(first.includes('FontFile2')).toBe(true);
    expect(first.length).toBeLessThan(60_000);
  });
});

describe('the buyer’s logo', () => {
  it('stands on it, and the same file comes of it each time', async () => {
    const logo = await sharp({ create: { width: 120, height: 60, channels: 3, background: '#0a7' } }).png().toBuffer();
    const draw = (): Promise<Buffer> => invoicePdf(invoice([fee]), { payee, logo }, 'zh-CN');
    const [first, again] = await Promise.all([draw(), draw()]);
    expect(first.equals(again)).toBe(true);
    expect([first.includes('/Subtype /Image'), (await invoicePdf(invoice([fee]), parties, 'zh-CN')).includes('/Subtype /Image')]).toEqual([true, false]);
    expect(await textOf(draw())).toContain('上海宝山冲压件有限公司');
  });
});

describe('a credit note on paper', () => {
  const note = { id: 'n', number: 'TN-202611-000042-R1', issuedOn: 20_761, reason: '11 月停机一天', grossMinor: -10_000, taxMinor: -566, lines: [{ lineNo: 2, amountMinor: -10_000, taxMinor: -566 }] };
  const whole = invoice([fee, overage], { notes: [note] });

  it('says of which invoice it is, why, and what is taken back of which lines', async () => {
    const text = await textOf(creditNotePdf(whole, note, parties, 'zh-CN'));
    for (const said of ['红字账单', 'TN-202611-000042-R1', '2026-11-04', '冲减账单 TN-202611-000042：−¥100.00', '11 月停机一天', '上海宝山冲压件有限公司', '−100.00', '−5.66', '−¥94.34', '不是红字发票', '超额用量：数据点']) expect(text).toContain(said);
    for (const other of ['月费', '1219 0000', '请于', '待付']) expect(text).not.toContain(other);
    expect(await textOf(creditNotePdf(whole, note, parties, 'en'))).toContain('CNY −100.00 credited on invoice TN-202611-000042');
  });

  it('is the same file each time', async () => {
    const [first, again] = await Promise.all([creditNotePdf(whole, note, parties, 'en'), creditNotePdf(whole, note, parties, 'en')]);
    expect(first.equals(again)).toBe(true);
  });
});

const between = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Chinese characters that GB 18030 writes in two bytes. */
function twoBytes(): number[] {
  const text = new TextDecoder('gb18030');
  const pairs = between(0x81, 0xfe).flatMap((lead) => between(0x40, 0xfe).filter((trail) => trail !== 0x7f).map((trail) => text.decode(Uint8Array.of(lead, trail))));
  return pairs.filter((character) => /^\p{Script=Han}$/u.test(character)).map((character) => character.codePointAt(0) ?? 0);
}

describe('what a company calls itself', () => {
  it('stands there character by character, the rare ones of the standard too', async () => {
    const name = '䶮㙦鿫镕垚喆𫖯𬭎𫓧𬬮金属制品（滬）O’Hara Präzision 有限公司';
    expect((await textOf(invoicePdf(invoice([fee], named(name)), parties, 'zh-CN'))).replaceAll('\n', ' ')).toContain(name);
  });

  it('has a glyph for each character of two bytes of GB 18030, and each of the blocks of which level 2 is made', () => {
    const { characters, bold } = invoiceFonts();
    const lacking = [...twoBytes(), ...between(0x3400, 0x4db5), ...between(0x4e00, 0x9fa5)].filter((codePoint) => !characters.has(codePoint) || !bold.hasGlyphForCodePoint(codePoint));
    expect(twoBytes().length).toBeGreaterThan(20_900);
    expect(lacking).toEqual([]);
  });

  it('is shown by the number of a character that no font has, and takes whatever it is', async () => {
    expect(printable('𠮷野家\n\u200b🏭️')).toBe('〓(U+20BB7)野家 〓(U+1F3ED)');
    const hostile = '𠮷野家\n(Tj) \\ ) endstream 株式会社 \u202egnp.exe \u0000'.repeat(12);
    expect(await textOf(invoicePdf(invoice([fee], named(hostile)), parties, 'zh-CN'))).toContain('〓(U+20BB7)野家 (Tj) \\ ) endstream');
  });
});
