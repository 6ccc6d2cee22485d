import { describe, expect, it } from '@jest/globals';
import { formatRange } from './format-range.js';
import { RANGE_PRESETS, isSameRange, rangeFromQuery, rangeToQuery, resolveRange, shiftRange } from './range.js';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const HOUR_MS = 3_600_000;

describe('rangeToQuery and rangeFromQuery', () => {
  it.each(RANGE_PRESETS.map((preset) => [preset]))('carry the preset %s there and back', (preset) => {
    expect(rangeFromQuery(new URLSearchParams(rangeToQuery({ preset })))).toEqual({ preset });
  });

  it('carry from–to there and back to the millisecond', () => {
    const value = { fromMs: nowMs - 12_345, toMs: nowMs };
    expect(rangeToQuery(value)).toEqual({ from: '2026-03-01T11:59:47.655Z', to: '2026-03-01T12:00:00.000Z' });
    expect(rangeFromQuery(rangeToQuery(value))).toEqual(value);
  });

  it('prefer from–to to a preset, and take the first of repeated values', () => {
    expect(rangeFromQuery({ range: '1h', from: ['2026-03-01T00:00Z', 'x'], to: '2026-03-02T00:00Z' })).toEqual({
      fromMs: Date.parse('2026-03-01T00:00Z'),
      toMs: Date.parse('2026-03-02T00:00Z'),
    });
  });

  it.each([
    [{}],
    [{ range: '5y' }],
    [{ from: 'yesterday', to: '2026-03-02T00:00Z' }],
    [{ from: '2026-03-02T00:00Z', to: '2026-03-01T00:00Z' }],
  ])('fall back on %p', (query) => {
    expect(rangeFromQuery(query)).toEqual({ preset: '24h' });
    expect(rangeFromQuery(query, { preset: '7d' })).toEqual({ preset: '7d' });
  });
});

describe('resolveRange', () => {
  it('ends a preset now and leaves from–to alone', () => {
    expect(resolveRange({ preset: '6h' }, nowMs)).toEqual({ fromMs: nowMs - 6 * HOUR_MS, toMs: nowMs });
    expect(resolveRange({ fromMs: 1, toMs: 2 }, nowMs)).toEqual({ fromMs: 1, toMs: 2 });
  });

  it('counts twelve calendar months, leap day included', () => {
    expect(resolveRange({ preset: '12M' }, nowMs).fromMs).toBe(Date.parse('2025-03-01T12:00:00Z'));
    expect(resolveRange({ preset: '12M' }, Date.parse('2028-02-29T06:00:00Z')).fromMs).toBe(Date.parse('2027-02-28T06:00:00Z'));
  });
});

describe('shiftRange', () => {
  it('moves by its own length, and stops at the present', () => {
    const earlier = shiftRange({ preset: '1h' }, -1, nowMs);
    expect(earlier).toEqual({ fromMs: nowMs - 2 * HOUR_MS, toMs: nowMs - HOUR_MS });
    expect(shiftRange(earlier, 1, nowMs)).toEqual({ fromMs: nowMs - HOUR_MS, toMs: nowMs });
    expect(shiftRange({ fromMs: nowMs - HOUR_MS, toMs: nowMs - 60_000 }, 1, nowMs)).toMatchObject({ toMs: nowMs });
  });

  it('leaves a preset at the present', () => {
    expect(shiftRange({ preset: '7d' }, 1, nowMs)).toEqual({ preset: '7d' });
  });
});

describe('isSameRange', () => {
  it('does not take a preset for the instants it happens to mean', () => {
    expect(isSameRange({ preset: '1h' }, { preset: '1h' })).toBe(true);
    expect(isSameRange({ preset: '1h' }, resolveRange({ preset: '1h' }, nowMs))).toBe(false);
    expect(isSameRange({ fromMs: 1, toMs: 2 }, { fromMs: 1, toMs: 2 })).toBe(true);
  });
});

describe('formatRange', () => {
  const timeZone = 'Asia/Shanghai';

  it('says once what both ends share', () => {
    const day = Date.parse('2026-02-28T16:00:00Z');
    expect(formatRange({ fromMs: day + 8 * HOUR_MS, toMs: day + 12 * HOUR_MS }, { timeZone })).toBe('2026-03-01 08:00 – 12:00');
    expect(formatRange({ fromMs: day, toMs: day + 48 * HOUR_MS }, { timeZone })).toBe('2026-03-01 – 2026-03-02');
    expect(formatRange({ fromMs: day, toMs: day + 24 * HOUR_MS }, { timeZone })).toBe('2026-03-01');
    expect(formatRange({ fromMs: day + HOUR_MS, toMs: day + 48 * HOUR_MS }, { timeZone })).toBe('2026-03-01 01:00 – 2026-03-03 00:00');
  });
});
