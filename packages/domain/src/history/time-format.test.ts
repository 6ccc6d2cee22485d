import { describe, expect, it } from '@jest/globals';
import { Draws } from '../simulation/random.js';
import { readTime, type TimeFormat } from './time-format.js';

const shown = (text: string, format: TimeFormat): string | null => {
  const read = readTime(text, format);
  return read && `${new Date(read.ms).toISOString()}${read.isInstant ? '' : ' local'}`;
};

describe('a time', () => {
  it.each<[string, TimeFormat, string | null]>([
    ['2026-11-27T08:00:00Z', 'year-month-day', '2026-11-27T08:00:00.000Z'],
    ['2026-11-27T08:00:00+08:00', 'year-month-day', '2026-11-27T00:00:00.000Z'],
    ['2026-11-27 08:00:00.250 -0330', 'year-month-day', '2026-11-27T11:30:00.250Z'],
    ['2026/1/2 3:04', 'year-month-day', '2026-01-02T03:04:00.000Z local'],
    ['2026/1/2', 'year-month-day', '2026-01-02T00:00:00.000Z local'],
    ['20260102 03:04:05', 'year-month-day', '2026-01-02T03:04:05.000Z local'],
    ['2026年1月2日 3时04分', 'year-month-day', '2026-01-02T03:04:00.000Z local'],
    ['2026/1/2 下午3:04', 'year-month-day', '2026-01-02T15:04:00.000Z local'],
    ['02.01.2026 03:04:05,5', 'day-month-year', '2026-01-02T03:04:05.500Z local'],
    ['2/1/26 3:04', 'day-month-year', '2026-01-02T03:04:00.000Z local'],
    ['1/2/2026 12:04 AM', 'month-day-year', '2026-01-02T00:04:00.000Z local'],
    ['1/2/2026 3:04:05 p.m.', 'month-day-year', '2026-01-02T15:04:05.000Z local'],
    ['2026-01-01 24:00', 'year-month-day', '2026-01-02T00:00:00.000Z local'],
    ['46353.3333333333', 'excel', '2026-11-27T08:00:00.000Z local'],
    ['46353 0.5', 'excel', '2026-11-27T12:00:00.000Z local'],
    ['46353 7:30', 'excel', '2026-11-27T07:30:00.000Z local'],
    ['1795766400', 'epoch-s', '2026-11-27T08:00:00.000Z'],
    ['1795766400.25', 'epoch-s', '2026-11-27T08:00:00.250Z'],
    ['1795766400250', 'epoch-ms', '2026-11-27T08:00:00.250Z'],
    ['1795766400250000', 'epoch-us', '2026-11-27T08:00:00.250Z'],
    ['1795766400250000999', 'epoch-ns', '2026-11-27T08:00:00.250Z'],
    ['31/04/2026', 'day-month-year', null],
    ['13/13/2026', 'month-day-year', null],
    ['2026-01-01 24:01', 'year-month-day', null],
    ['2026-01-01 13:00 pm', 'year-month-day', null],
    ['2026-01-01 08:60', 'year-month-day', null],
    ['1899-12-31', 'year-month-day', null],
    ['tomorrow', 'year-month-day', null],
    ['', 'epoch-s', null],
    ['1e9', 'epoch-s', null],
    ['-5', 'excel', null],
  ])('%s, read as %s, is %s', (text, format, expected) => {
    expect(shown(text, format)).toBe(expected);
  });

  it('keeps microseconds, of which a file may be full', () => {
    expect(readTime('2026-11-27 08:00:00.000001', 'year-month-day')?.ms).toBe(Date.UTC(2026, 10, 27, 8) + 0.001);
    expect(readTime('1795766400000001', 'epoch-us')?.ms).toBe(1_795_766_400_000.001);
  });

  it('is read back whatever it is, in each order and by each count', () => {
    const draws = new Draws(11, 0, 0);
    const read = (text: string, format: TimeFormat): number | undefined => readTime(text, format)?.ms;
    for (let round = 0; round < 2_000; round += 1) {
      const ms = Math.floor(draws.unit() * Date.UTC(2060, 0, 1));
      const [, year, month, day, time] = /(....)-(..)-(..)T(.*)Z/.exec(new Date(ms).toISOString()) as unknown as string[];
      const found = [
        read(`${year}-${month}-${day} ${time}`, 'year-month-day'),
        read(`${year}/${Number(month)}/${Number(day)} ${time}`, 'year-month-day'),
        read(`${day}.${month}.${year} ${time}`, 'day-month-year'),
        read(`${month}/${day}/${year} ${time}`, 'month-day-year'),
        read(String(ms), 'epoch-ms'),
        read(String(ms / 86_400_000 + 25_569), 'excel'),
      ];
      expect(found).toEqual(found.map(() => ms));
    }
  });
});
