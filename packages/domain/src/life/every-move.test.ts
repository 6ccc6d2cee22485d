import { describe, expect, it } from '@jest/globals';
import { mayMove, move } from './move.js';
import { CAUSES, MOVES } from './moves.js';
import type { Cause } from './moves.js';
import type { Standing } from './standing.js';

/** Every way to stand, two layers of what is held; names as in the matrix below. */
const trial: Standing = { state: 'trial', sinceDay: 100 };
const active: Standing = { state: 'active', sinceDay: 100 };
const late: Standing = { state: 'past-due', sinceDay: 100 };
const ended: Standing = { state: 'suspended', because: 'trial-ended', sinceDay: 100 };
const unpaid: Standing = { state: 'suspended', because: 'unpaid', sinceDay: 100 };
const office = (before: Standing): Standing => ({ state: 'suspended', because: 'office', sinceDay: 100, before });
const closed = (before: Standing): Standing => ({ state: 'closed', sinceDay: 100, before });
const erased: Standing = { state: 'erased', sinceDay: 100 };

const PLACES: Readonly<Record<string, Standing>> = {
  trial,
  active,
  late,
  ended,
  unpaid,
  'office(trial)': office(trial),
  'office(active)': office(active),
  'office(late)': office(late),
  'office(ended)': office(ended),
  'office(unpaid)': office(unpaid),
  'closed(trial)': closed(trial),
  'closed(active)': closed(active),
  'closed(late)': closed(late),
  'closed(ended)': closed(ended),
  'closed(unpaid)': closed(unpaid),
  'closed(office(late))': closed(office(late)),
  'closed(office(active))': closed(office(active)),
  erased,
};

/** Where a standing is, without its days. */
function placeOf(standing: Standing): string {
  if (standing.state === 'closed') return `closed(${placeOf(standing.before)})`;
  if (standing.state !== 'suspended') return standing.state === 'past-due' ? 'late' : standing.state;
  if (standing.because === 'office') return `office(${placeOf(standing.before)})`;
  return standing.because === 'trial-ended' ? 'ended' : 'unpaid';
}

/** The legal moves, written down a second time, as people would tell them; whatever is not here is illegal. */
const LEGAL: readonly (readonly [string, Cause, string])[] = [
  ['trial', 'plan-chosen', 'active'],
  ['trial', 'trial-ended', 'ended'],
  ['trial', 'office-suspended', 'office(trial)'],
  ['trial', 'owner-closed', 'closed(trial)'],
  ['active', 'invoice-overdue', 'late'],
  ['active', 'office-suspended', 'office(active)'],
  ['active', 'owner-closed', 'closed(active)'],
  ['late', 'paid', 'active'],
  ['late', 'left-unpaid', 'unpaid'],
  ['late', 'office-suspended', 'office(late)'],
  ['late', 'owner-closed', 'closed(late)'],
  ['ended', 'plan-chosen', 'active'],
  ['ended', 'left-suspended', 'closed(ended)'],
  ['ended', 'office-suspended', 'office(ended)'],
  ['ended', 'owner-closed', 'closed(ended)'],
  ['unpaid', 'paid', 'active'],
  ['unpaid', 'left-suspended', 'closed(unpaid)'],
  ['unpaid', 'office-suspended', 'office(unpaid)'],
  ['unpaid', 'owner-closed', 'closed(unpaid)'],
  ...['trial', 'active', 'late', 'ended', 'unpaid'].flatMap((before) => [
    [`office(${before})`, 'office-resumed', before] as const,
    [`office(${before})`, 'owner-closed', `closed(office(${before}))`] as const,
    [`closed(${before})`, 'owner-reopened', before] as const,
    [`closed(${before})`, 'cooling-off-over', 'erased'] as const,
  ]),
  ['office(late)', 'paid', 'office(active)'],
  ['office(unpaid)', 'paid', 'office(active)'],
  ['closed(late)', 'paid', 'closed(active)'],
  ['closed(unpaid)', 'paid', 'closed(active)'],
  ['closed(office(late))', 'paid', 'closed(office(active))'],
  ...['late', 'active'].flatMap((before) => [
    [`closed(office(${before}))`, 'owner-reopened', `office(${before})`] as const,
    [`closed(office(${before}))`, 'cooling-off-over', 'erased'] as const,
  ]),
];

describe('a company’s life, move by move', () => {
  it.each(LEGAL)('%s, %s: %s', (from, cause, to) => {
    expect(mayMove(PLACES[from]!, cause)).toBe(true);
    expect(placeOf(move(PLACES[from]!, cause, 200))).toBe(to);
  });

  const illegal = Object.keys(PLACES).flatMap((from) =>
    CAUSES.filter((cause) => !LEGAL.some(([legalFrom, legalCause]) => legalFrom === from && legalCause === cause)).map((cause) => [from, cause] as const),
  );
  it.each(illegal)('%s is not moved by %s', (from, cause) => {
    expect(mayMove(PLACES[from]!, cause)).toBe(false);
    expect(() => move(PLACES[from]!, cause, 200)).toThrow(expect.objectContaining({ kind: 'conflict', code: 'LIFE.ILLEGAL_MOVE', details: { state: PLACES[from]!.state, cause } }));
  });

  it('tries each pair once, and each row of the table', () => {
    expect(LEGAL.length + illegal.length).toBe(Object.keys(PLACES).length * CAUSES.length);
    const tried = new Set(LEGAL.map(([from, cause]) => MOVES.find((row) => row.cause === cause && row.from === PLACES[from]!.state && row.because === ('because' in PLACES[from]! ? PLACES[from].because : undefined))));
    expect(tried).toEqual(new Set(MOVES));
  });

  it('has one row at most for a state and a cause', () => {
    const keys = MOVES.map(({ from, because, cause }) => `${from} ${because ?? ''} ${cause}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the days of a move', () => {
  it('begin on the day of the move', () => {
    expect(move(late, 'left-unpaid', 115)).toEqual({ state: 'suspended', because: 'unpaid', sinceDay: 115 });
  });
  it('of a trial run on while it is held: a pause makes no trial longer', () => {
    expect(move(office(trial), 'office-resumed', 125)).toEqual(trial);
    expect(move(closed(trial), 'owner-reopened', 125)).toEqual(trial);
  });
  it('begin anew for who comes back to something that is to be done', () => {
    expect(move(office(late), 'office-resumed', 125)).toEqual({ ...late, sinceDay: 125 });
    expect(move(closed(unpaid), 'owner-reopened', 125)).toEqual({ ...unpaid, sinceDay: 125 });
  });
  it('of a suspension by the office stay while a bill is paid', () => {
    expect(move(office(late), 'paid', 125)).toEqual(office({ state: 'active', sinceDay: 125 }));
  });
});
