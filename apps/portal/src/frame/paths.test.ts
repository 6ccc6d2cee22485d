import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hasRange, isWithin } from './paths';

/** Pages that lie beside those of single machines. */
const MACHINES = path.resolve('apps/portal/src/app/(company)/machines');

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
    expect(readdirSync(MACHINES, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('[')).filter(({ name }) => hasRange(`/machines/${name}`))).toEqual([]);
    expect(['/machines', '/machines/new', '/home', '/apps', '/settings'].some(hasRange)).toBe(false);
  });
});
