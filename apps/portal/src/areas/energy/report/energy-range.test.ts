import { describe, expect, it } from '@jest/globals';
import { calendarRange, comparisonOf, energyRange, fittingPeriod, nameOfRange } from './energy-range';

const ZONE = 'Asia/Shanghai';
/** Wednesday 18 March 2026, 10:30 in Shanghai. */
const NOW = Date.parse('2026-03-18T02:30:00Z');
const at = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const span = (from: string, to: string) => ({ fromMs: at(from), toMs: at(to) });

describe('energyRange', () => {
  it.each([
    ['1h', '2026-03-18', '2026-03-19'],
    ['24h', '2026-03-17', '2026-03-19'],
    ['7d', '2026-03-12', '2026-03-19'],
    ['12M', '2025-04-01', '2026-03-19'],
  ] as const)('makes whole local days of %s', (preset, from, to) => {
    expect(energyRange({ preset }, NOW, ZONE)).toEqual(span(from, to));
  });

  it('widens hours to days and keeps whole days', () => {
    expect(energyRange({ fromMs: at('2026-03-01') + 5, toMs: at('2026-03-03') - 5 }, NOW, ZONE)).toEqual(span('2026-03-01', '2026-03-03'));
    expect(energyRange(span('2026-03-01', '2026-03-03'), NOW, ZONE)).toEqual(span('2026-03-01', '2026-03-03'));
  });

  it('asks for no more than the api answers', () => {
    const { fromMs, toMs } = energyRange(span('2001-01-01', '2026-01-01'), NOW, ZONE);
    expect((toMs - fromMs) / 86_400_000).toBe(1_096);
  });
});

describe('nameOfRange', () => {
  it.each([
    ['2026-03-18', '2026-03-19', { kind: 'today' }],
    ['2026-03-16', '2026-03-23', { kind: 'thisWeek' }],
    ['2026-03-09', '2026-03-16', { kind: 'lastWeek' }],
    ['2026-03-01', '2026-04-01', { kind: 'thisMonth' }],
    ['2026-01-01', '2026-02-01', { kind: 'month', year: 2026, month: 1 }],
    ['2018-01-01', '2019-01-01', { kind: 'year', year: 2018 }],
    ['2026-03-12', '2026-03-19', { kind: 'lastDays', count: 7 }],
    ['2025-04-01', '2026-03-19', { kind: 'lastMonths', count: 12 }],
    ['2026-03-02', '2026-03-03', { kind: 'day', from: '2026-03-02' }],
    ['2026-02-20', '2026-03-05', { kind: 'days', from: '2026-02-20', to: '2026-03-04' }],
  ])('%s to %s', (from, to, name) => {
    expect(nameOfRange(span(from, to), NOW, ZONE)).toEqual(name);
  });
});

describe('comparisonOf', () => {
  it('sets a past week against the week before, a month against the month', () => {
    expect(comparisonOf(span('2026-03-09', '2026-03-16'), NOW, ZONE)).toEqual({
      current: span('2026-03-09', '2026-03-16'),
      before: span('2026-03-02', '2026-03-09'),
      isSoFar: false,
    });
    expect(comparisonOf(span('2026-02-01', '2026-03-01'), NOW, ZONE)?.before).toEqual(span('2026-01-01', '2026-02-01'));
  });

  it('sets the days that are over against the same days before', () => {
    expect(comparisonOf(calendarRange('thisWeek', NOW, ZONE), NOW, ZONE)).toEqual({
      current: span('2026-03-16', '2026-03-18'),
      before: span('2026-03-09', '2026-03-11'),
      isSoFar: true,
    });
  });

  it('never compares a range with days of its own', () => {
    const lateMarch = Date.parse('2026-03-31T04:00:00Z');
    const { current, before } = comparisonOf(calendarRange('thisMonth', lateMarch, ZONE), lateMarch, ZONE)!;
    expect(before).toEqual(span('2026-02-01', '2026-03-01'));
    expect(current).toEqual(span('2026-03-01', '2026-03-29'));
  });

  it('compares nothing on the first day', () => {
    expect(comparisonOf(calendarRange('today', NOW, ZONE), NOW, ZONE)).toBeNull();
  });
});

describe('fittingPeriod', () => {
  it('keeps a chart readable', () => {
    expect([span('2026-03-01', '2026-04-01'), span('2026-01-01', '2026-04-01'), span('2025-01-01', '2026-01-01')].map(fittingPeriod)).toEqual(['day', 'week', 'month']);
  });
});
