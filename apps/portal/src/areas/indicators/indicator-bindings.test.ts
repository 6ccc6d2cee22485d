import { describe, expect, it } from '@jest/globals';
import { bindingsOf } from './indicator-bindings';

describe('bindingsOf', () => {
  it('reads what was stored', () => {
    expect(bindingsOf({ bindings: { output: 7, power: 9 }, seriesIds: [7, 9] })).toEqual({ output: '7', power: '9' });
  });

  it.each([[null], [{}], [{ bindings: null }], [{ bindings: 'x' }]])('knows none in %j', (settings) => {
    expect(bindingsOf(settings)).toEqual({});
  });
});
