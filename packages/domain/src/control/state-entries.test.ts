import { expect, it } from '@jest/globals';
import { changedValues, stateEntries } from './state-entries.js';

const AT = new Date('2026-03-01T08:00:00Z');
const wanted = (key: string, value: unknown) => ({ key, value, version: 3n, at: AT });

it('puts what is asked beside what is reported, by key', () => {
  const entries = stateEntries([wanted('target', 180), wanted('mode', 'auto'), wanted('gone', null)], { target: 180, mode: 'manual', serial: 'X1' }, { target: AT.getTime() });
  expect(entries.map(({ key, isApplied, reported, reportedAt }) => [key, isApplied, reported, reportedAt])).toEqual([
    ['mode', false, 'manual', null],
    ['serial', null, 'X1', null],
    ['target', true, 180, AT],
  ]);
});

it.each([
  [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: undefined }, { a: 1, c: 2 }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [1, '1', false],
  [{ toString: 1 }, {}, false],
])('a machine that reports %j when asked for %j: %s', (reported, asked, isApplied) => {
  expect(stateEntries([wanted('k', asked)], { k: reported }, {})[0]?.isApplied).toBe(isApplied);
});

it('tells what was never said from what is not asked', () => {
  expect(stateEntries([wanted('k', false)], {}, {})).toEqual([{ key: 'k', desired: wanted('k', false), reported: undefined, reportedAt: null, isApplied: false }]);
});

it('finds what is to be asked anew, each key once', () => {
  const desired = [wanted('a', 1), wanted('b', { x: 1, y: 2 }), wanted('gone', null)];
  expect(changedValues(desired, [['a', 1], ['b', { y: 2, x: 1 }], ['gone', null], ['never', null], ['new', true]])).toEqual([['new', true]]);
  expect(changedValues(desired, [['a', 2], ['a', null], ['gone', 0]])).toEqual([['a', null], ['gone', 0]]);
});
