import { DAY_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { monthsDue } from './months-due.js';

const day = (text: string): number => Date.parse(text) / DAY_MS;
const due = (through: string, today: string): string[] => monthsDue(day(through), day(today)).map((first) => new Date(first * DAY_MS).toISOString().slice(0, 10));

describe('the months that are to be billed', () => {
  it.each([
    ['2026-11-01', '2026-11-30', []],
    ['2026-11-01', '2026-12-01', ['2026-12-01']],
    ['2026-11-17', '2026-12-31', ['2026-12-01']],
    ['2026-11-01', '2027-02-03', ['2026-12-01', '2027-01-01', '2027-02-01']],
    ['2026-12-01', '2026-10-05', []],
  ])('after %s, on %s', (through, today, months) => expect(due(through, today)).toEqual(months));
});
