import { describe, expect, it } from '@jest/globals';
import { invoiceNumbersIn, matchedInvoice } from './match-entry.js';

const open = [
  { number: 'TN-202611-000042', owedMinor: 29_900, buyer: '上海宝山冲压件有限公司' },
  { number: 'TN-202611-000043', owedMinor: 29_900, buyer: '杨浦注塑厂' },
  { number: 'TN-202611-000044', owedMinor: 29_900, buyer: '杨浦注塑厂' },
  { number: 'TN-202611-000045', owedMinor: 99_900, buyer: '杨浦注塑厂' },
];
const matched = (reference: string, payer = '', amountMinor = 1): string | null => matchedInvoice({ reference, payer, amountMinor, bookedOn: '2026-11-05', bankReference: '1' }, open);

describe('the numbers that a text names', () => {
  it.each([
    ['付 TN-202611-000042 账单', ['TN-202611-000042']],
    ['tn 202611 000042', ['TN-202611-000042']],
    ['ＴＮ－２０２６１１－０００042', ['TN-202611-000042']],
    ['TN202611000042/TN202611000043', ['TN-202611-000042', 'TN-202611-000043']],
    ['TN-202611-000042 TN-202611-000042', ['TN-202611-000042']],
    ['TN-202611-42, 202611000042', []],
  ])('%s', (text, numbers) => expect(invoiceNumbersIn(text)).toEqual(numbers));
});

describe('the invoice that a booking pays', () => {
  it('is the one it names, whatever the amount', () => expect([matched('TN-202611-000043'), matched('tn202611000043', '谁', 99)]).toEqual(['TN-202611-000043', 'TN-202611-000043']));
  it('is for a person to say where it names two, or one that is not open', () => {
    expect([matched('TN-202611-000042 TN-202611-000043'), matched('TN-202610-000001', '上海宝山冲压件有限公司', 29_900)]).toEqual([null, null]);
  });
  it('is, without a number, the only one of that payer and amount', () => {
    expect(matched('货款', '上海宝山 冲压件有限公司', 29_900)).toBe('TN-202611-000042');
    expect([matched('货款', '杨浦注塑厂', 29_900), matched('货款', '杨浦注塑厂', 99_900), matched('货款', '别人', 29_900), matched('货款', '', 29_900)]).toEqual([null, 'TN-202611-000045', null, null]);
  });
});
