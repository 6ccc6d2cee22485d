import { describe, expect, it } from '@jest/globals';
import { contentOf, ITSELF, nameOf } from './changes';

describe('contentOf', () => {
  it('tells what is another now, and nothing of what stayed', () => {
    const details = { deviceId: 'd', before: { name: 'A', zone: 'UTC', scopes: ['x'], note: null }, after: { name: 'B', zone: 'UTC', scopes: ['x', 'y'], note: '' } };
    expect(contentOf(details)).toEqual({
      changes: [{ name: 'name', before: 'A', after: 'B' }, { name: 'scopes', before: 'x', after: 'x, y' }],
      facts: [{ name: 'deviceId', text: 'd' }],
    });
  });

  it('knows what came, what went, and a thing that is its own value', () => {
    expect(contentOf({ before: '冲床', after: '铣床' }).changes).toEqual([{ name: ITSELF, before: '冲床', after: '铣床' }]);
    expect(contentOf({ after: { name: 'R', permissions: ['a'] } }).changes).toEqual([{ name: 'name', before: null, after: 'R' }, { name: 'permissions', before: null, after: 'a' }]);
    expect(contentOf({ before: { name: 'R' } }).changes).toEqual([{ name: 'name', before: 'R', after: null }]);
  });

  it('puts ids last and opens what lies within', () => {
    expect(contentOf({ subscriptionId: 's', filter: { person: 'x', actions: [] }, format: 'csv', n: 3 }).facts).toEqual([
      { name: 'filter.person', text: 'x' }, { name: 'format', text: 'csv' }, { name: 'n', text: '3' }, { name: 'subscriptionId', text: 's' },
    ]);
  });

  it('has nothing to say about what is no object', () => {
    expect([contentOf(null), contentOf('x'), contentOf([1])]).toEqual(Array.from({ length: 3 }, () => ({ changes: [], facts: [] })));
  });
});

describe('nameOf', () => {
  it.each([
    [{ name: '冲床', after: 'x' }, '冲床'],
    [{ before: '冲床', after: '铣床' }, '铣床'],
    [{ before: { name: 'R' } }, 'R'],
    [{ slug: 'peak-watch' }, 'peak-watch'],
    [{ deviceId: 'd' }, null],
    [null, null],
  ])('of %j is %j', (details, name) => {
    expect(nameOf(details)).toBe(name);
  });
});
