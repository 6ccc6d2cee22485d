import { describe, expect, it } from '@jest/globals';
import { addressOf, isSameLook, lookOf, PLAIN_LOOK, sortedBy, sortIn } from './list-look';

const look = (address: string, ...hidden: string[]) => lookOf(new URLSearchParams(address), new Set(hidden));

describe('how a list looks', () => {
  it('is read from an address and written into one', () => {
    const read = look('state=OFFLINE&sort=-seen&q=3', 'created');
    expect(read).toEqual({ query: 'q=3&state=OFFLINE', sort: { columnId: 'seen', isDescending: true }, hiddenColumns: ['created'] });
    expect(addressOf(read)).toBe('q=3&state=OFFLINE&sort=-seen');
    expect([addressOf(PLAIN_LOOK), look('')]).toEqual(['', PLAIN_LOOK]);
  });

  it('has an order in the address', () => {
    expect(sortIn(new URLSearchParams('sort=name'))).toEqual({ columnId: 'name', direction: 'ascending' });
    expect(sortIn(new URLSearchParams('sort=-'))).toBeUndefined();
    expect(sortedBy(new URLSearchParams('q=1&sort=-name'), { columnId: 'name', direction: 'ascending' }).toString()).toBe('q=1&sort=name');
  });

  it('is the same whatever the order of its parts, and another where one differs', () => {
    expect(isSameLook(look('a=1&b=2', 'x', 'y'), look('b=2&a=1', 'y', 'x'))).toBe(true);
    for (const other of [look('a=1', 'x', 'y'), look('a=1&b=2&sort=x', 'x', 'y'), look('a=1&b=2', 'x')]) expect(isSameLook(look('a=1&b=2', 'x', 'y'), other)).toBe(false);
  });
});
