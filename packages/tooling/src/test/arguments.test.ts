import { describe, expect, it } from '@jest/globals';
import { parseTestArguments } from './arguments.mjs';

describe('arguments of npm test', () => {
  it('means everything by default', () => expect(parseTestArguments([]).steps).toEqual(['static', 'unit', 'integration', 'e2e']));
  it('leaves what is slow to those who ask for it', () => expect(parseTestArguments(['--only', 'slow']).steps).toEqual(['slow']));
  it('takes some steps, in their own order', () => expect(parseTestArguments(['--only', 'e2e, unit']).steps).toEqual(['unit', 'e2e']));
  it('hands patterns on', () => expect(parseTestArguments(['--only', 'unit', 'energy']).patterns).toEqual(['energy']));
  it.each([[['--only', 'units']], [['--only', '']], [['--fast']]])('refuses %j', (args) => {
    expect(() => parseTestArguments(args)).toThrow(expect.objectContaining({ name: 'Problem' }));
  });
});
