import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@tenon/kernel';
import { startOfLocalDay } from './start-of-local-day.js';
import { offsetMsAt } from './zone-offset.js';

const at = Date.parse;
const start = (timeZone: string, date: string): string =>
  new Date(startOfLocalDay(timeZone, at(date) / DAY_MS)).toISOString().slice(0, 16);

describe('midnights that are skipped, repeated or odd', () => {
  it('starts the day at the jump where midnight is skipped (Beirut, 31 March 2024: 00:00 → 01:00)', () => {
    expect(start('Asia/Beirut', '2024-03-31')).toBe('2024-03-30T22:00');
    expect(start('Asia/Beirut', '2024-04-01')).toBe('2024-03-31T21:00');
  });

  it('starts the day at the midnight that stays where the evening hour is repeated (Beirut, 27 October 2024)', () => {
    expect(start('Asia/Beirut', '2024-10-27')).toBe('2024-10-26T22:00');
  });

  it('starts the day at the first midnight where it comes twice (Havana, 3 November 2024: 01:00 → 00:00)', () => {
    expect(start('America/Havana', '2024-11-03')).toBe('2024-11-03T04:00');
    expect(start('America/Havana', '2024-11-04')).toBe('2024-11-04T05:00');
  });

  it('follows a zone 45 minutes off the hour (Kathmandu)', () => {
    expect(start('Asia/Kathmandu', '2024-06-01')).toBe('2024-05-31T18:15');
  });

  it('refuses a zone nobody knows', () => {
    expect(() => offsetMsAt('Asia/Atlantis', 0)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'ZONE.UNKNOWN' }));
  });
});
