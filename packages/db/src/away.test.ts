import { describe, expect, it } from '@jest/globals';
import { unavailable } from '@tenon/kernel';
import { databaseUnavailable, isDatabaseAway, isDatabaseFull } from './away.js';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe.each([
  ['a disk that is full', coded('53100'), true, true, 'DB.FULL'],
  ['what was said of a full disk', unavailable('DB.FULL', 'x'), true, true, 'DB.FULL'],
  ['too many connections', coded('53300'), true, false, 'DB.UNAVAILABLE'],
  ['a server that ends', coded('57P01'), true, false, 'DB.UNAVAILABLE'],
  ['a line that is cut', new Error('Connection terminated unexpectedly'), true, false, 'DB.UNAVAILABLE'],
  ['what was said of one', unavailable('DB.UNAVAILABLE', 'x'), true, false, 'DB.UNAVAILABLE'],
  ['memory that ran out', coded('53200'), false, false, 'DB.UNAVAILABLE'],
  ['a row that is there already', coded('23505'), false, false, 'DB.UNAVAILABLE'],
  ['nothing of an error', 'x', false, false, 'DB.UNAVAILABLE'],
])('%s', (_name, error, isAway, isFull, code) => {
  it('is read as what it is', () => expect([isDatabaseAway(error), isDatabaseFull(error), databaseUnavailable(error).code]).toEqual([isAway, isFull, code]));
});
