import { describe, expect, it } from '@jest/globals';
import { CONSEQUENCES } from './consequences.js';
import { awaitedMove, dueCause } from './due-move.js';
import { move } from './move.js';
import { CAUSE_TOLD_BY, CAUSES } from './moves.js';
import { noticeDue, noticesOf } from './notices.js';
import { LIFE_STATES, newStanding } from './standing.js';
import type { Standing } from './standing.js';

/** A company of which nobody takes care, day by day; `late` is when an invoice becomes overdue. */
function leftAlone(start: Standing, fromDay: number, days: number, seen: (day: number, standing: Standing) => void): Standing {
  let standing = start;
  for (let day = fromDay; day < fromDay + days; day += 1) {
    const cause = dueCause(standing, day);
    if (cause) standing = move(standing, cause, day);
    seen(day, standing);
  }
  return standing;
}

function turningDays(start: Standing, days: number): readonly (readonly [number, string])[] {
  const turns: (readonly [number, string])[] = [];
  leftAlone(start, start.sinceDay, days, (day, { state }) => {
    if (turns.at(-1)?.[1] !== state) turns.push([day - start.sinceDay, state]);
  });
  return turns;
}

describe('a company that nobody looks after', () => {
  it('goes from trial to erasure in 120 days', () => {
    expect(turningDays(newStanding(500), 200)).toEqual([[0, 'trial'], [30, 'suspended'], [90, 'closed'], [120, 'erased']]);
  });
  it('goes from late to erasure in 105', () => {
    expect(turningDays({ state: 'past-due', sinceDay: 500 }, 200)).toEqual([[0, 'past-due'], [15, 'suspended'], [75, 'closed'], [105, 'erased']]);
  });
  it.each([
    { state: 'active', sinceDay: 500 } as const,
    { state: 'suspended', because: 'office', sinceDay: 500, before: { state: 'trial', sinceDay: 490 } } as const,
    { state: 'erased', sinceDay: 500 } as const,
  ])('stays where no days count: %j', (standing) => {
    expect(awaitedMove(standing)).toBeNull();
    expect(leftAlone(standing, 500, 4_000, () => undefined)).toBe(standing);
  });
  it('is not moved by a clock that was set back, and one step at a time by one that jumped', () => {
    expect(dueCause(newStanding(500), 20)).toBeNull();
    expect(dueCause(newStanding(500), 529)).toBeNull();
    expect(dueCause(newStanding(500), 5_000)).toBe('trial-ended');
    expect(dueCause(move(newStanding(500), 'trial-ended', 5_000), 5_000)).toBeNull();
  });
});

describe('what a company is told', () => {
  const told = (start: Standing, days: number): readonly string[] => {
    const keys = new Map<string, number>();
    leftAlone(start, start.sinceDay, days, (day, standing) => {
      const notice = noticeDue(standing, day);
      if (notice && !keys.has(notice.key)) keys.set(notice.key, day - start.sinceDay);
    });
    return [...keys].map(([key, day]) => `${key.split(':')[0]} on ${day}`);
  };

  it('comes in time before each move', () => {
    expect(told(newStanding(500), 200)).toEqual([
      ...[0, 16, 23, 27, 29].map((day) => `trial on ${day}`),
      ...[30, 60, 83, 89].map((day) => `suspended on ${day}`),
      ...[90, 113, 119].map((day) => `closed on ${day}`),
      'erased on 120',
    ]);
    expect(told({ state: 'past-due', sinceDay: 500 }, 15)).toEqual([0, 8, 14].map((day) => `past-due on ${day}`));
  });

  it('says the days that are left', () => {
    expect(noticesOf(newStanding(500)).map(({ daysLeft }) => daysLeft)).toEqual([30, 14, 7, 3, 1]);
    expect(noticeDue({ state: 'active', sinceDay: 500 }, 900)?.daysLeft).toBeNull();
  });

  it('passes over what is no longer so after days of silence, and says the days that are really left', () => {
    expect(noticeDue(newStanding(500), 524)).toEqual({ key: 'trial:500:23', state: 'trial', onDay: 523, daysLeft: 6 });
    expect(noticeDue(newStanding(500), 499)).toBeNull();
  });
});

describe('what a state lets be', () => {
  it('gets no more as things get worse', () => {
    const rights = (['active', 'past-due', 'suspended', 'closed', 'erased'] as const).map((state) => {
      const { reads, writes, takesTelemetry, changesPlan } = CONSEQUENCES[state];
      return ['nothing', 'exit', 'all'].indexOf(reads) * 10 + [writes, takesTelemetry, changesPlan].filter(Boolean).length;
    });
    expect(rights).toEqual([...rights].sort((a, b) => b - a));
    expect(new Set(rights).size).toBe(rights.length);
  });
  it('never bills for what is not given', () => {
    for (const state of LIFE_STATES) {
      const { bills, takesTelemetry, writes } = CONSEQUENCES[state];
      if (bills) expect([takesTelemetry, writes]).toEqual([true, true]);
    }
    expect(CONSEQUENCES.trial.bills).toBe(false);
  });
  it('leaves erasing and ending to days alone, and says of each cause who tells it', () => {
    expect(Object.keys(CAUSE_TOLD_BY).sort()).toEqual([...CAUSES].sort());
    expect([CAUSE_TOLD_BY['cooling-off-over'], CAUSE_TOLD_BY['left-suspended']]).toEqual(['days', 'days']);
  });
});
