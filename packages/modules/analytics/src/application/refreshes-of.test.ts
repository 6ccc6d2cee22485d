import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS } from '@tenon/kernel';
import { refreshesOf } from './refreshes-of.js';

const metric = { subscriptionId: 's', seriesId: 7 };
const hour = (hours: number) => ({ fromMs: hours * HOUR_MS, toMs: (hours + 1) * HOUR_MS });

describe('refreshesOf', () => {
  it('does at once what a machine sent of its day', () => {
    expect(refreshesOf(metric, [hour(1), hour(9)])).toEqual({ now: [{ ...metric, ...hour(1) }, { ...metric, ...hour(9) }], later: null });
    expect(refreshesOf(metric, [{ fromMs: 0, toMs: DAY_MS }])).toMatchObject({ later: null });
    expect(refreshesOf(metric, [])).toEqual({ now: [], later: null });
  });

  it('leaves to one job what is more than a day, or lies in many places', () => {
    expect(refreshesOf(metric, [{ fromMs: 0, toMs: DAY_MS }, hour(90)])).toEqual({ now: [], later: { ...metric, fromMs: 0, toMs: 91 * HOUR_MS } });
    expect(refreshesOf(metric, [9, 1, 3, 5, 7].map(hour))).toEqual({ now: [], later: { ...metric, fromMs: HOUR_MS, toMs: 10 * HOUR_MS } });
  });
});
