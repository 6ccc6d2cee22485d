import { describe, expect, it } from '@jest/globals';
import { factsOf } from './audit-details';

describe('factsOf', () => {
  it('flattens groups and lists, ids last', () => {
    expect(factsOf({ deviceId: 'd1', before: { name: 'A' }, after: { name: 'B' }, scopes: ['x', 'y'], count: 3 })).toEqual([
      { name: 'before.name', text: 'A' },
      { name: 'after.name', text: 'B' },
      { name: 'scopes', text: 'x, y' },
      { name: 'count', text: '3' },
      { name: 'deviceId', text: 'd1' },
    ]);
  });

  it('cuts what is too long to read', () => {
    expect(factsOf({ hours: 'x'.repeat(500) })[0]?.text).toHaveLength(101);
  });

  it('has nothing to say about what is no object', () => {
    expect([factsOf(null), factsOf('x'), factsOf([1])]).toEqual([[], [], []]);
  });
});
