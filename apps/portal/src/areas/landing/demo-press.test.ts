import { describe, expect, it } from '@jest/globals';
import { demoMoment } from './demo-press';

describe('demoMoment', () => {
  it('shows a machine at work in the middle of a working day, with an hour of its power', () => {
    const tuesdayTen = Date.UTC(2026, 2, 3, 2, 0, 0);
    const moment = demoMoment(tuesdayTen);
    expect(moment.values.machine_state).toBe('running');
    expect(moment.powerKw).toHaveLength(121);
    expect(Math.max(...moment.powerKw)).toBeGreaterThan(1);
  });

  it('counts from the shop’s midnight', () => {
    const justAfterMidnight = demoMoment(Date.UTC(2026, 2, 3, 16, 0, 0));
    expect(justAfterMidnight.goodToday).toBe(0);
    expect(justAfterMidnight.energyTodayKwh).toBe(0);
    const later = demoMoment(Date.UTC(2026, 2, 4, 4, 0, 0));
    expect(later.goodToday).toBeGreaterThan(100);
    expect(later.goodToday).toBeLessThan(20_000);
  });

  it('stays with one machine from one look to the next', () => {
    const at = Date.UTC(2026, 2, 4, 2, 0, 0);
    expect(demoMoment(at + 2_000).nameEn).toBe(demoMoment(at).nameEn);
  });
});
