import { describe, expect, it } from '@jest/globals';
import { parseRestoreArguments } from '../restore/arguments.mjs';
import { parseBackupArguments } from './arguments.mjs';

describe('npm run backup', () => {
  it('verifies, and removes nothing, unless told otherwise', () => expect(parseBackupArguments([])).toEqual({ isHelp: false, to: null, keep: null, isVerified: true, isScheduled: false }));
  it('takes a place and a number', () => expect(parseBackupArguments(['--to', 'x', '--keep', '3', '--unverified'])).toMatchObject({ to: 'x', keep: 3, isVerified: false }));
  it.each([['--keep', '0'], ['--keep', 'all'], ['--everything']])('refuses %s %s', (...args) => expect(() => parseBackupArguments(args.filter(Boolean))).toThrow(/--keep takes|--help/));
});

describe('npm run restore', () => {
  it('takes the newest backup and touches nothing that is there', () => expect(parseRestoreArguments([])).toEqual({ isHelp: false, from: null, isSetAside: false }));
  it('takes one by name', () => expect(parseRestoreArguments(['--from', 'x', '--set-aside'])).toEqual({ isHelp: false, from: 'x', isSetAside: true }));
  it('refuses what it does not know', () => expect(() => parseRestoreArguments(['--force'])).toThrow(/--help/));
});
