import { describe, expect, it } from '@jest/globals';
import { formatMoney, formatNumber, numberText } from './number.js';
import { formatDuration, formatRelative, presentFor } from './relative.js';
import { formatInstant, formatOffset, fromLocalInput, toLocalInput, zoneOffsetMs } from './zone-time.js';

describe('formatNumber', () => {
  it.each([
    [23.400000001, '23.4'],
    [12340, '12,340'],
    [0.0123456, '0.0123'],
    [345.678, '345.7'],
    [0, '0'],
    [-0.0000001, '0'],
    [-5, '−5'],
  ])('shows %p as %p when left to itself', (value, text) => {
    expect(formatNumber(value, { locale: 'en' }).text).toBe(text);
  });

  it('pads to the precision asked for, so that columns align on the decimal', () => {
    expect(formatNumber(7, { locale: 'zh-CN', precision: 2 }).text).toBe('7.00');
    expect(formatNumber(7, { locale: 'zh-CN', precision: 2, minPrecision: 0 }).text).toBe('7');
  });

  it('counts in 万 and 亿 in Chinese when asked, and only there', () => {
    expect(formatNumber(123_400, { locale: 'zh-CN', scale: 'cjk' })).toEqual({ text: '12.34', magnitude: '万', unit: '' });
    expect(formatNumber(250_000_000, { locale: 'zh-CN', scale: 'cjk', precision: 1 })).toMatchObject({ text: '2.5', magnitude: '亿' });
    expect(formatNumber(9_999, { locale: 'zh-CN', scale: 'cjk' })).toMatchObject({ text: '9,999', magnitude: '' });
    expect(formatNumber(123_400, { locale: 'en', scale: 'cjk' }).text).toBe('123,400');
  });

  it('reads a ratio as a percentage', () => {
    expect(numberText(0.6123, { locale: 'en', style: 'percent', precision: 0 })).toBe('61\u2009%');
    expect(numberText(0.08, { locale: 'en', style: 'percent', precision: 1, sign: 'always' })).toBe('+8.0\u2009%');
  });

  it('says nothing of a value that is not there', () => {
    expect(numberText(null, { locale: 'en' })).toBe('—');
    expect(numberText(Number.NaN, { locale: 'en', unit: 'kW' })).toBe('—');
  });
});

describe('formatMoney', () => {
  it('knows how many minor units a currency has', () => {
    expect(formatMoney(123_456, { locale: 'zh-CN', currency: 'CNY' })).toBe('¥1,234.56');
    expect(formatMoney(-500n, { locale: 'ja-JP', currency: 'JPY' })).toMatch(/−.?500/);
  });
});

describe('instants', () => {
  const at = Date.parse('2026-03-01T06:05:09Z');

  it('reads as the wall clock of the zone', () => {
    expect(formatInstant(at, { timeZone: 'Asia/Shanghai' })).toBe('2026-03-01 14:05');
    expect(formatInstant('2026-03-01T20:00:00Z', { timeZone: 'Asia/Shanghai', precision: 'day' })).toBe('2026-03-02');
    expect(formatInstant(at, { timeZone: 'Asia/Kolkata', precision: 'second' })).toBe('2026-03-01 11:35:09');
  });

  it('knows the offset on either side of a change of clocks', () => {
    expect(zoneOffsetMs(Date.parse('2026-01-10T12:00Z'), 'Europe/Berlin')).toBe(3_600_000);
    expect(zoneOffsetMs(Date.parse('2026-07-10T12:00Z'), 'Europe/Berlin')).toBe(7_200_000);
    expect(formatOffset(at, 'Asia/Shanghai')).toBe('UTC+8');
    expect(formatOffset(at, 'America/St_Johns')).toBe('UTC−3:30');
    expect(formatOffset(at, 'UTC')).toBe('UTC');
  });

  it('returns from an input to the same instant, in any zone', () => {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC', 'Asia/Kathmandu']) {
      const text = toLocalInput(Date.parse('2026-11-05T03:07:00Z'), zone);
      expect(fromLocalInput(text, zone)).toBe(Date.parse('2026-11-05T03:07:00Z'));
    }
    expect(fromLocalInput('yesterday', 'UTC')).toBeUndefined();
  });

  it('moves a skipped reading forward and takes the first of a doubled one', () => {
    expect(fromLocalInput('2026-03-29T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(fromLocalInput('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });
});

describe('relative time and durations', () => {
  it('what came since the last look at the clock is now, what is an hour away is announced', () => {
    const seenMs = Date.UTC(2026, 0, 5, 8);
    const said = (atMs: number): string => formatRelative(atMs, presentFor(atMs, seenMs), 'en');
    expect([said(seenMs + 4_000), said(seenMs - 4_000), said(seenMs + 3_600_000)]).toEqual(['now', '4 seconds ago', 'in 1 hour']);
  });

  const now = Date.parse('2026-03-01T12:00:00Z');

  it.each([
    [now - 190_000, 'en', '3 minutes ago'],
    [now - 190_000, 'zh-CN', '3分钟前'],
    [now - 86_400_000, 'en', 'yesterday'],
    [now + 7_300_000, 'en', 'in 2 hours'],
  ])('reads %p in %p as %p', (at, locale, text) => {
    expect(formatRelative(at, now, locale)).toBe(text);
  });

  it('gives the two largest units', () => {
    expect(formatDuration(7_500_000, 'en')).toBe('2 hr 5 min');
    expect(formatDuration(7_500_000, 'zh-CN')).toBe('2小时5分钟');
    expect(formatDuration(400, 'en')).toBe('0 sec');
    expect(formatDuration(86_400_000, 'en')).toBe('1 day');
  });
});
