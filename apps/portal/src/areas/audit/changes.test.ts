import { describe, expect, it } from '@jest/globals';
import { contentOf, nameOf } from './changes';

describe('contentOf', () => {
  it('tells what is another now, and nothing of what stayed', () => {
    const details = { deviceId: 'd', before: { name: 'A', zone: 'UTC', scopes: ['x'], note: null }, after: { name: 'B', zone: 'UTC', scopes: ['x', 'y'], note: '' } };
    expect(contentOf(details)).toEqual({
      changes: [{ path: ['name'], before: 'A', after: 'B' }, { path: ['scopes'], before: ['x'], after: ['x', 'y'] }],
      facts: [{ path: ['deviceId'], value: 'd' }],
    });
  });

  it('knows what came, what went, and a thing that is its own value', () => {
    expect(contentOf({ before: '冲床', after: '铣床' }).changes).toEqual([{ path: [], before: '冲床', after: '铣床' }]);
    expect(contentOf({ after: { name: 'R', permissions: ['a'] } }).changes).toEqual([{ path: ['name'], before: null, after: 'R' }, { path: ['permissions'], before: null, after: ['a'] }]);
    expect(contentOf({ before: { name: 'R' } }).changes).toEqual([{ path: ['name'], before: 'R', after: null }]);
  });

  it('puts ids last and opens what lies within', () => {
    expect(contentOf({ subscriptionId: 's', filter: { person: 'x', actions: [] }, format: 'csv', n: 3 }).facts).toEqual([
      { path: ['filter', 'person'], value: 'x' }, { path: ['format'], value: 'csv' }, { path: ['n'], value: 3 }, { path: ['subscriptionId'], value: 's' },
    ]);
  });

  it('takes an address that is a name for one name', () => {
    expect(contentOf({ before: { 'a@b.c': 'owner' }, after: { 'a@b.c': 'admin' } }).changes).toEqual([{ path: ['a@b.c'], before: 'owner', after: 'admin' }]);
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
    [{ email: 'a@b.c', before: 'viewer', after: 'admin' }, 'a@b.c'],
    [{ deviceId: 'd' }, null],
    [null, null],
  ])('of %j is %j', (details, name) => {
    expect(nameOf(details)).toBe(name);
  });
});
