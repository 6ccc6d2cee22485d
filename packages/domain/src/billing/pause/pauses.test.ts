import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@tenon/kernel';
import { Draws } from '../../simulation/random.js';
import { monthOf } from '../month/calendar-month.js';
import { PLANS } from '../plan/catalogue.js';
import { monthlyLines } from '../invoice/monthly-lines.js';
import { pauseLines } from './pause-lines.js';
import { isPausedAt, pauseEnds, pauses, type BillingMove } from './pauses.js';

const { starter } = PLANS;
const day = (text: string): number => Date.parse(text) / DAY_MS;
const HOUR = 1 / 24;

type Step = readonly [at: number, to: 'run' | 'suspend' | 'close'];

/** Moves at instants in days since 1970, of a company that began to pay before all of them. */
function movesOf(steps: readonly Step[]): BillingMove[] {
  return steps.map(([at, to], index) => {
    const before = steps[index - 1]?.[1] ?? 'run';
    return { moveNo: index + 2, billed: before === 'run', bills: to === 'run', isClosing: to === 'close' && before !== 'close', day: Math.floor(at), atMs: at * DAY_MS };
  });
}

const linesOf = (steps: readonly Step[]) => pauseEnds(movesOf(steps)).flatMap((end) => pauseLines(end, () => starter)).map(({ kind, fromDay, toDay, amount }) => [kind, fromDay, toDay, amount.amountMinor] as const);

describe('a pause', () => {
  const may = (date: number): number => day(`2026-05-${String(date).padStart(2, '0')}`);
  it('within a month gives back the days between, when the company comes back', () => {
    // 11 to 19 May are 9 of 31 days of 299.00: up to the 19th 183.26 less up to the 10th 96.45.
    expect(linesOf([[may(10), 'suspend'], [may(20), 'run']])).toEqual([['credit', may(11), may(20), -86_81]]);
  });
  it('across months gives back the rest of the first, and takes the rest of the last', () => {
    expect(linesOf([[may(10), 'suspend'], [day('2026-07-20'), 'run']]).map(([kind, from, to]) => [kind, from, to])).toEqual([['credit', may(11), day('2026-06-01')], ['fee', day('2026-07-20'), day('2026-08-01')]]);
  });
  it('that ends in closing gives back at once, and takes from the day on which it is reopened', () => {
    expect(linesOf([[may(10), 'suspend'], [may(12), 'close']]).map(([kind, from, to]) => [kind, from, to])).toEqual([['credit', may(11), day('2026-06-01')]]);
    expect(linesOf([[may(10), 'close'], [may(20), 'run']]).map(([kind, from, to]) => [kind, from, to])).toEqual([['credit', may(11), day('2026-06-01')], ['fee', may(20), day('2026-06-01')]]);
  });
  it('that ends on its day costs nothing and gives nothing back', () => {
    expect(linesOf([[may(10), 'suspend'], [may(10) + HOUR, 'run']])).toEqual([]);
    expect(linesOf([[may(31), 'close'], [may(31) + HOUR, 'run']])).toEqual([]);
  });
  it('of a trial is none', () => {
    const trial: BillingMove[] = [{ moveNo: 2, billed: false, bills: false, isClosing: false, day: may(1), atMs: 0 }, { moveNo: 3, billed: false, bills: true, isClosing: false, day: may(9), atMs: 1 }];
    expect([pauseEnds(trial), pauses(trial), isPausedAt(0, trial)]).toEqual([[], [], false]);
  });
});

/** Where it goes from where it is, by chance. */
function nextOf(before: Step[1], draws: Draws): Step[1] {
  if (before === 'run') return draws.between(0, 1) < 0.5 ? 'suspend' : 'close';
  return before === 'suspend' && draws.between(0, 1) < 0.3 ? 'close' : 'run';
}

/** A made-up company's moves: weeks apart, and now and then some on one day. */
function madeSteps(draws: Draws, first: number, after: number): Step[] {
  const steps: Step[] = [];
  for (let at = first + draws.between(0.1, 40); at < after; at += draws.between(0, 1) < 0.3 ? draws.between(0.01, 0.6) : draws.between(0.1, 45)) {
    steps.push([at, nextOf(steps.at(-1)?.[1] ?? 'run', draws)]);
  }
  return steps;
}

it('any number of pauses in half a year costs each used day once, to the fen', () => {
  const draws = new Draws(17, 3, 5);
  const [first, after] = [day('2026-01-01'), day('2026-07-01')];
  for (let round = 0; round < 400; round += 1) {
    const steps = madeSteps(draws, first, after);
    // Brought to a known end: whoever is still suspended has days that are not settled yet.
    if (steps.at(-1)?.[1] === 'suspend') steps.push([after - HOUR, 'run']);
    const moves = movesOf(steps);
    const months = [0, 1, 2, 3, 4, 5].map((n) => monthOf(first, n));
    const fees = months.flatMap((month) => monthlyLines({ firstDay: month.firstDay, plan: isPausedAt(month.firstDay * DAY_MS, moves) ? null : starter, past: [], readings: [], localTimeOf: () => ({ localDay: 0, minute: 0 }) as never }));
    const billed = [...fees, ...pauseEnds(moves).flatMap((end) => pauseLines(end, () => starter))].reduce((sum, { amount }) => sum + amount.amountMinor, 0);
    expect(billed).toBe(usedFen(first, after, steps));
  }
});

/** What the used days cost: a day is used on which the company ran at any moment; a fen of the month falls on the day with which the running total passes its half. */
function usedFen(first: number, after: number, steps: readonly Step[]): number {
  let sum = 0;
  for (let today = first; today < after; today += 1) {
    const runsAtStart = (steps.filter(([at]) => at <= today).at(-1)?.[1] ?? 'run') === 'run';
    const runsLater = steps.some(([at, to]) => at > today && at < today + 1 && to === 'run');
    if (!runsAtStart && !runsLater) continue;
    const { firstDay, afterLastDay } = monthOf(today);
    const upTo = (days: number): number => Math.floor((2 * 29_900 * days + (afterLastDay - firstDay)) / (2 * (afterLastDay - firstDay)));
    sum += upTo(today + 1 - firstDay) - upTo(today - firstDay);
  }
  return sum;
}
