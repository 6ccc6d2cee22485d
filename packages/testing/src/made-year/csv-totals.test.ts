import { describe, expect, it } from '@jest/globals';
import { csvTotals } from './csv-totals.js';

const HEADER = '\uFEFFdate,Usage_kWh,CO2(tCO2)\r\n';
const half = (startMinute: number): string => (startMinute < 720 ? 'morning' : 'afternoon');

describe('the plain totals of a year', () => {
  it('adds up rows by hand: 0.10 + 0.20 + 4 + 3.60 + 1.01 = 8.91 kWh', () => {
    const rows = ['01/01/2018 00:15,0.1,0', '01/01/2018 12:00,0.2,0', '01/01/2018 12:15,4,0', '31/01/2018 00:00,3.6,0', '01/02/2018 00:15,1.01,0'];
    expect(csvTotals([HEADER, ...rows.map((row) => row + '\r\n')], half)).toEqual({
      rowCount: 5,
      yearHundredths: 891,
      monthHundredths: [790, 101, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      bandHundredths: { morning: 131, afternoon: 760 },
    });
  });

  it('refuses a row or a header it does not know', () => {
    expect(() => csvTotals([HEADER, '2018-01-01 00:15,0.1,0'], half)).toThrow('Not a row');
    expect(() => csvTotals([HEADER, '01/01/2018 00:15,0.123,0'], half)).toThrow('Not a row');
    expect(() => csvTotals(['time,kWh'], half)).toThrow('Not the header');
  });
});
