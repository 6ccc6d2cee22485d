import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { madeYearCsv } from './made-year-csv.js';

const lines = [...madeYearCsv({ year: 2018, seed: 7 })];
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

describe('a made year', () => {
  it('is the same file for the same seed, here and everywhere', () => {
    expect(digest(lines.join(''))).toBe('c6f9c7f692ddba26');
    expect(digest([...madeYearCsv({ year: 2018, seed: 8 })].join(''))).not.toBe('c6f9c7f692ddba26');
  });

  it('opens with a byte order mark and ends every line with CRLF', () => {
    expect(lines[0]!.startsWith('\uFEFFdate,Usage_kWh,Lagging')).toBe(true);
    expect(lines.every((line) => line.endsWith('\r\n') && line.indexOf('\r') === line.length - 2)).toBe(true);
  });

  it('begins each day at 00:15 and ends it with 00:00 under the same date', () => {
    const stamps = lines.map((line) => line.split(',')[0]);
    expect([1, 95, 96, 97].map((index) => stamps[index])).toEqual([
      '01/01/2018 00:15',
      '01/01/2018 23:45',
      '01/01/2018 00:00',
      '02/01/2018 00:15',
    ]);
    expect(stamps.at(-1)).toBe('31/12/2018 00:00');
  });

  it('has 96 rows a day, in a leap year too', () => {
    expect(lines).toHaveLength(1 + 365 * 96);
    expect([...madeYearCsv({ year: 2024, seed: 7 })]).toHaveLength(1 + 366 * 96);
  });

  it('writes numbers with no more decimals than they need, 3.17, 3.6 and 4', () => {
    const amounts = lines.slice(1).map((line) => line.split(',')[1]!);
    expect(amounts.every((amount) => /^(0|[1-9]\d*)(\.\d?[1-9])?$/.test(amount))).toBe(true);
    const decimalsSeen = new Set(amounts.map((amount) => (amount.split('.')[1] ?? '').length));
    expect(decimalsSeen).toEqual(new Set([0, 1, 2]));
  });

  it('has one power cut', () => {
    const cuts = lines.filter((line) => line.split(',')[1] === '0');
    expect(cuts).toEqual(['07/11/2018 00:00,0,0,0,0,0,0,0,Weekday,Wednesday,Light_Load\r\n']);
  });
});
