import { describe, expect, it } from '@jest/globals';
import { hasRange, isWithin } from './paths';

describe('isWithin', () => {
  it('takes a place and what lies below it, not its namesakes', () => {
    expect(isWithin('/machines', '/machines')).toBe(true);
    expect(isWithin('/machines/1', '/machines')).toBe(true);
    expect(isWithin('/machines-old', '/machines')).toBe(false);
  });
});

describe('hasRange', () => {
  it('knows the pages of one machine and one app', () => {
    expect(['/machines/0b1e', '/apps/0b1e'].map(hasRange)).toEqual([true, true]);
    expect(['/machines', '/machines/new', '/home', '/apps', '/settings'].some(hasRange)).toBe(false);
  });
});
