import { describe, expect, it } from '@jest/globals';
import { bindingsOf, zoneOf } from './indicator-bindings';

describe('bindingsOf', () => {
  it('reads what was stored', () => {
    expect(bindingsOf({ bindings: { output: 7, power: 9 }, seriesIds: [7, 9] })).toEqual({ output: '7', power: '9' });
  });

  it.each([[null], [{}], [{ bindings: null }], [{ bindings: 'x' }]])('knows none in %j', (settings) => {
    expect(bindingsOf(settings)).toEqual({});
  });
});

describe('zoneOf', () => {
  it('is the zone of the set-up, or none', () => {
    expect(zoneOf({ bindings: {}, timeZone: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
    expect([null, {}, { timeZone: 8 }].map(zoneOf)).toEqual([null, null, null]);
  });
});
