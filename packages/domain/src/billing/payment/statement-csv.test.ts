import { describe, expect, it } from '@jest/globals';
import { csvRows } from './csv-rows.js';
import { dayOf, fenOf, statementEntries } from './statement-csv.js';

describe('a bank statement', () => {
  it('gives what came in, in whichever language and order its columns are', () => {
    const chinese = '\uFEFF流水号,日期,付款方,金额,余额,附言\r\nA1,2026-11-05,"宝山冲压, 有限公司","1,234.50",9,"TN-202611-000042 ""急"""\r\nA2,2026/11/6,银行,-3.00,6,手续费\r\nA3,20261107,银行,,6,\r\n';
    expect(statementEntries(chinese)).toEqual([{ bankReference: 'A1', bookedOn: '2026-11-05', payer: '宝山冲压, 有限公司', amountMinor: 123_450, reference: 'TN-202611-000042 "急"' }]);
    expect(statementEntries('date;amount;payer;reference;id\n2026-11-05;299;Plant;hello;7')).toEqual([{ bankReference: '7', bookedOn: '2026-11-05', payer: 'Plant', amountMinor: 29_900, reference: 'hello' }]);
  });

  it.each([
    ['日期,金额\n2026-11-05,1', 'STATEMENT.COLUMNS', { missing: ['付款方', '附言', '流水号'] }],
    ['', 'STATEMENT.COLUMNS', undefined],
    ['date,amount,payer,reference,id\n2026-11-05,1,p,r,1\n2026-02-30,1,p,r,2', 'STATEMENT.ROW', { row: 3 }],
    ['date,amount,payer,reference,id\n2026-11-05,1.005,p,r,1', 'STATEMENT.ROW', { row: 2 }],
    ['date,amount,payer,reference,id\n2026-11-05,1,p,r,', 'STATEMENT.ROW', { row: 2 }],
    [`date,amount,payer,reference,id${'\n2026-11-05,1,p,r,1'.repeat(5_001)}`, 'STATEMENT.TOO_LONG', { most: 5_000 }],
  ])('%# is refused with what is wrong', (text, code, details) => {
    expect(() => statementEntries(text)).toThrow(expect.objectContaining({ code, ...(details && { details }) }));
  });

  it.each([['1,234.50', 123_450], ['0.1', 10], ['¥8', 800], ['-3.05', -305], ['1.005', null], ['12,34', null], ['1e3', null], ['', null], ['0.29', 29], ['1,000,000.01', 100_000_001]])('reads %s as %s fen', (text, fen) => expect(fenOf(text)).toBe(fen));
  it.each([['2026-11-05', '2026-11-05'], ['2026/1/5 10:00', '2026-01-05'], ['20261105', '2026-11-05'], ['2026-13-01', null], ['5.11.2026', null]])('reads %s as %s', (text, day) => expect(dayOf(text)).toBe(day));

  it('has cells that hold quotes, marks and lines', () => {
    expect(csvRows('a,"b\n""c"",d"\r\n\r\n,e\n')).toEqual([['a', 'b\n"c",d'], ['', 'e']]);
    expect(csvRows('a\tb\nc')).toEqual([['a', 'b'], ['c']]);
  });
});
