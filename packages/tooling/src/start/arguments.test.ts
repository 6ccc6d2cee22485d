import { describe, expect, it } from '@jest/globals';
import { parseArguments } from './arguments.mjs';

describe('arguments of npm start', () => {
  it('asks for nothing by default, and leaves the demo open', () => {
    expect(parseArguments([])).toEqual({ isHelp: false, isDev: false, isDemo: null, isBuildForced: false, isInstallSkipped: false });
  });

  it.each([
    ['--dev', { isDev: true }],
    ['--no-demo', { isDemo: false }],
    ['--demo', { isDemo: true }],
    ['--rebuild', { isBuildForced: true }],
    ['--no-install', { isInstallSkipped: true }],
    ['-h', { isHelp: true }],
  ])('understands %s', (argument, expected) => {
    expect(parseArguments([argument])).toMatchObject(expected);
  });

  it.each([[['--damo']], [['extra']], [['--demo', '--no-demo']], [['--dev=yes']]])('refuses %j in words', (args) => {
    expect(() => parseArguments(args)).toThrow(expect.objectContaining({ name: 'Problem' }));
  });

  it('names the argument it does not know', () => {
    expect(() => parseArguments(['--damo'])).toThrow(/--damo.*--help/s);
  });
});
