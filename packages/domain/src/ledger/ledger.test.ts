import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { absentWithin, accountOf, clockErrorOf, completenessOf, gapsBetween, isOtherCadence, learntCadence, piecesOf, readingsOf, sumWithin, tallyOf, zeros } from './index.js';

const DAY = Date.UTC(2026, 2, 31);
const every = (stepMs: number, count: number, fromMs = DAY): number[] => Array.from({ length: count }, (_, n) => fromMs + n * stepMs);
const us = (ms: readonly number[]): Float64Array => Float64Array.from(ms, (at) => at * 1_000);
const NONE = new Float64Array();

describe('how often a machine sends', () => {
  it('is the median spacing, whatever a night or a little jitter adds', () => {
    const jitter = every(10 * SECOND_MS, 60).map((at, n) => at + (n % 3) * 700);
    expect(learntCadence(us([...jitter, ...jitter.map((at) => at + 14 * HOUR_MS)]))).toEqual({ intervalMs: expect.closeTo(10_700, -3), basis: 'learnt' });
  });

  it('is not known of what sends by change, or too little', () => {
    const byChange = every(1, 60).map((_, n) => DAY + n ** 3 * 400 + (n % 2) * 90_000).sort((a, b) => a - b);
    expect(learntCadence(us(byChange))).toEqual({ intervalMs: null, basis: 'irregular' });
    expect(learntCadence(us(every(SECOND_MS, 20)))).toEqual({ intervalMs: null, basis: 'unknown' });
    expect(learntCadence(us(every(SECOND_MS, 21))).basis).toBe('learnt');
  });

  it('is another from a quarter on', () => {
    const of = (intervalMs: number | null) => ({ intervalMs, basis: 'learnt' as const });
    expect([isOtherCadence(of(1_000), of(1_240)), isOtherCadence(of(1_000), of(1_260)), isOtherCadence(of(1_260), of(1_000)), isOtherCadence(of(null), of(1)), isOtherCadence(of(null), of(null))]).toEqual([false, true, true, true, false]);
  });
});

describe('gaps', () => {
  it('are where readings are absent, and not where one came late', () => {
    const stamps = [0, 1_000, 2_700, 3_000, 6_000, 7_000].map((at) => DAY + at);
    expect(gapsBetween(stamps, 1_000)).toEqual([{ fromMs: DAY + 3_000, toMs: DAY + 6_000, absent: 2 }]);
    expect(gapsBetween([DAY, DAY + 1_750], 1_000)).toHaveLength(1);
  });

  it('give to parts of time no more and no less than they lack', () => {
    const gap = { fromMs: DAY, toMs: DAY + 10 * MINUTE_MS, absent: 7 };
    for (const edge of every(37 * SECOND_MS, 15)) expect(absentWithin(gap, { fromMs: 0, toMs: edge }) + absentWithin(gap, { fromMs: edge, toMs: Infinity })).toBe(7);
  });

  it('are cut where their cause changes', () => {
    const gap = { fromMs: DAY, toMs: DAY + HOUR_MS, absent: 59 };
    const at = (minutes: number): number => DAY + minutes * MINUTE_MS;
    const pieces = piecesOf(gap, { connected: [{ fromMs: at(-60), toMs: at(10) }, { fromMs: at(30), toMs: Infinity }], down: [{ fromMs: at(20), toMs: at(25) }] });
    expect(pieces.map(({ cause, fromMs, toMs }) => [cause, (fromMs - DAY) / MINUTE_MS, (toMs - DAY) / MINUTE_MS])).toEqual([['silent', 0, 10], ['away', 10, 20], ['platform', 20, 25], ['away', 25, 30], ['silent', 30, 60]]);
    expect(pieces.reduce((sum, { absent }) => sum + absent, 0)).toBe(59);
  });

  it('of a machine that keeps no connection are unknown while short, and time away when long', () => {
    const of = (minutes: number) => piecesOf({ fromMs: DAY, toMs: DAY + minutes * MINUTE_MS, absent: minutes - 1 }, { connected: null, down: [] }).map(({ cause }) => cause);
    expect([of(30), of(31)]).toEqual([['unknown'], ['away']]);
  });
});

describe('a day', () => {
  const rows = (ats: number[], arrivals: number[], resting: number[] = []) => ({ atUs: us(ats), arrivalUs: us(arrivals), restingUs: us(resting) });

  it('counts each instant once, over all sets of metrics, and the same set again as repeated', () => {
    const readings = readingsOf([rows([DAY, DAY, DAY + 1_000], [DAY + 5, DAY + 90, DAY + 1_005]), rows([DAY, DAY + 2_000], [DAY + 3, DAY + 2_004])], []);
    expect([...readings.atUs]).toEqual([...us([DAY, DAY + 1_000, DAY + 2_000])]);
    expect([...readings.arrivalUs]).toEqual([...us([DAY + 3, DAY + 1_005, DAY + 2_004])]);
    expect([...readings.repeatsUs]).toEqual([...us([DAY])]);
  });

  it('knows what is in blocks, of which nobody knows when it came', () => {
    const readings = readingsOf([rows([DAY, DAY + 1_000], [DAY + HOUR_MS, DAY + HOUR_MS], [DAY])], [us([DAY, DAY + 5_000])]);
    const tally = tallyOf(readings, DAY);
    expect([tally.kept[0], tally.repeats[0], tally.late[0], tally.clockMs[0]]).toEqual([3, 1, 1, HOUR_MS - 1_000]);
  });

  it('lies in quarter-hours of the machine’s own time, with the least delay of each', () => {
    const ats = every(5 * MINUTE_MS, 6);
    const tally = tallyOf(readingsOf([rows(ats, ats.map((at, n) => at + 40 + n))], []), DAY);
    expect(tally.kept.slice(0, 3)).toEqual([3, 3, 0]);
    expect(tally.clockMs.slice(0, 3)).toEqual([40, 43, null]);
    expect(tally.late).toEqual(zeros());
    expect(sumWithin(tally.kept, DAY, { fromMs: DAY + 15 * MINUTE_MS, toMs: DAY + HOUR_MS })).toBe(3);
    expect(tallyOf(readingsOf([rows([DAY], [DAY + 5 * MINUTE_MS + 1])], []), DAY).late[0]).toBe(1);
    expect(tallyOf(readingsOf([rows([DAY - 1, DAY + 24 * HOUR_MS], [DAY, DAY])], [NONE]), DAY).kept).toEqual(zeros());
  });
});

describe('an account', () => {
  it('adds up: expected is kept, refused and missing', () => {
    for (const [kept, refused, absent] of [[90, 4, 10], [90, 40, 10], [0, 0, 7], [5, 3, 0]] as const) {
      const account = accountOf({ kept, refused, absent });
      expect(account.kept + account.refusedOfExpected + account.missing).toBe(account.expected);
    }
    expect(accountOf({ kept: 90, refused: 4, absent: 10 })).toEqual({ expected: 100, kept: 90, refusedOfExpected: 4, missing: 6 });
  });

  it('says that all is kept only where all is', () => {
    expect([completenessOf({ expected: 1_000_000, kept: 999_999 }), completenessOf({ expected: 8, kept: 8 }), completenessOf({ expected: 0, kept: 0 }), completenessOf({ expected: 3, kept: 2 })]).toEqual([0.9999, 1, null, 0.6667]);
  });

  it('knows a clock by the middle and by the worst', () => {
    expect(clockErrorOf([null, 20, -7_000, 30, 25])).toEqual({ medianMs: 20, worstMs: -7_000 });
    expect(clockErrorOf([null])).toBeNull();
  });
});
