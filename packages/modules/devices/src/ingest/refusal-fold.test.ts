import { expect, it } from '@jest/globals';
import { RefusalFolds } from './refusal-fold.js';

const device = (deviceId: string) => ({ tenantId: 't', deviceId });

it('folds the same refusal of one machine for a minute', () => {
  const folds = new RefusalFolds(10);
  const first = folds.of(device('a'), 'X', 'mqtt', 0);
  expect(folds.of(device('a'), 'X', 'mqtt', 59_999)).toBe(first);
  expect(folds.of(device('a'), 'X', 'mqtt', 60_000)).not.toBe(first);
  expect(folds.of(device('a'), 'Y', 'mqtt', 0)).not.toBe(first);
  expect(folds.of(device('b'), 'X', 'mqtt', 0)).not.toBe(first);
  expect(folds.of(device('a'), 'X', 'http', 0)).not.toBe(first);
});

it('keeps so many open, and makes room by those that are over', () => {
  const folds = new RefusalFolds(2);
  folds.of(device('a'), 'X', 'mqtt', 0);
  folds.of(device('b'), 'X', 'mqtt', 30_000);
  expect(folds.of(device('c'), 'X', 'mqtt', 31_000)).toBeUndefined();
  expect(folds.of(device('c'), 'X', 'mqtt', 61_000)).toBeDefined();
  expect(folds.of(device('d'), 'X', 'mqtt', 62_000)).toBeUndefined();
});
