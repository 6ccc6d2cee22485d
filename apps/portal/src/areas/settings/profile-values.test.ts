import { describe, expect, it } from '@jest/globals';
import { fieldValues, inWan, inYuan, profileInput } from './profile-values';

const NONE = { legalName: null, creditCode: null, creditCodeState: null, industry: null, employees: null, yearlyRevenueYuan: null, sizeClass: null, district: null, park: null, address: null, invoiceTitle: { name: null, taxNumber: null, addressAndPhone: null, bank: null, account: null } };

describe('values of the profile form', () => {
  it('come back as they were', () => {
    const profile = { ...NONE, legalName: '上海宝山冲压有限公司', employees: 120, yearlyRevenueYuan: 36_005_000, invoiceTitle: { ...NONE.invoiceTitle, bank: '上海银行' } };
    const values = fieldValues(profile);
    expect(values).toMatchObject({ employees: '120', yearlyRevenueYuan: '3600.5', park: '', 'invoiceTitle.bank': '上海银行' });
    expect(profileInput((name) => values[name] ?? '')).toMatchObject({ legalName: '上海宝山冲压有限公司', employees: 120, yearlyRevenueYuan: 36_005_000, park: '', invoiceTitle: { bank: '上海银行', name: '' } });
  });

  it('send nothing for what is empty', () => {
    expect(profileInput(() => '')).toMatchObject({ employees: null, yearlyRevenueYuan: null, legalName: '' });
  });

  it('reckon ten thousand yuan to the yuan, and back', () => {
    expect(inYuan(0.1003)).toBe(1_003);
    expect(inWan(1_003)).toBe(0.1003);
    expect([inYuan(null), inWan(null)]).toEqual([null, null]);
  });
});
