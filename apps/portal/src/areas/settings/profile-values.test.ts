import { describe, expect, it } from '@jest/globals';
import { brokenNumber, fieldValues, profileInput, readNumber, revenueYuan } from './profile-values';

const NONE = { legalName: null, creditCode: null, creditCodeState: null, industry: null, employees: null, yearlyRevenueYuan: null, sizeClass: null, district: null, park: null, address: null, invoiceTitle: { name: null, taxNumber: null, addressAndPhone: null, bank: null, account: null } };

describe('values of the profile form', () => {
  it('come back as they were', () => {
    const profile = { ...NONE, legalName: '上海宝山冲压有限公司', employees: 120, yearlyRevenueYuan: 36_005_000, invoiceTitle: { ...NONE.invoiceTitle, bank: '上海银行' } };
    const values = fieldValues(profile);
    expect(values).toMatchObject({ employees: '120', yearlyRevenueYuan: '3600.5', park: '', 'invoiceTitle.bank': '上海银行' });
    expect(profileInput((name) => values[name] ?? '')).toMatchObject({ legalName: '上海宝山冲压有限公司', employees: 120, yearlyRevenueYuan: 36_005_000, park: '', invoiceTitle: { bank: '上海银行', name: '' } });
  });

  it.each([
    ['', null],
    [' ', null],
    ['1,200', 1_200],
    ['1，200 ', 1_200],
    ['0', 0],
  ])('reads %j as %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it('reckons yuan of ten thousand yuan to the yuan', () => {
    expect(revenueYuan('0.1003')).toBe(1_003);
  });

  it('finds the number that is none', () => {
    expect(brokenNumber((name) => (name === 'employees' ? '120' : 'much'))).toBe('yearlyRevenueYuan');
    expect(brokenNumber(() => '')).toBeUndefined();
  });
});
