import { expect, it } from '@jest/globals';
import { keptFromMs, tooOld } from './retention.js';

it.each([
  ['2026-03-31T23:59:59.999Z', 0, '2026-03-01T00:00:00.000Z'],
  ['2026-03-31T23:59:59.999Z', 1, '2026-02-01T00:00:00.000Z'],
  ['2026-01-01T00:00:00.000Z', 1, '2025-12-01T00:00:00.000Z'],
  ['2026-03-15T12:00:00.000Z', 120, '2016-03-01T00:00:00.000Z'],
])('at %s with %d months before the current one, what is kept begins on %s', (now, keepMonths, from) => {
  expect(new Date(keptFromMs(Date.parse(now), keepMonths)).toISOString()).toBe(from);
});

it('says both times', () => {
  expect(tooOld(0, 86_400_000)).toEqual({ code: 'TELEMETRY.TOO_OLD', details: { deviceAt: '1970-01-01T00:00:00.000Z', keptFrom: '1970-01-02T00:00:00.000Z' } });
});
