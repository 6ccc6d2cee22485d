import { describe, expect, it } from '@jest/globals';
import { placeholdersOf } from './placeholders';

describe('placeholdersOf', () => {
  it('finds plain arguments, arguments with branches and tags', () => {
    expect(placeholdersOf('<b>{name}</b>: {count, plural, one {# machine} other {# machines of {owner}}}')).toEqual(['<b>', 'count', 'name', 'owner']);
  });

  it('passes over literal braces', () => {
    expect(placeholdersOf(`Send '{'"a": 1'}' or '{'"ts": 0, "values": '{'…'}}', {name}`)).toEqual(['name']);
  });

  it('refuses an open brace', () => {
    expect(() => placeholdersOf('{name')).toThrow('not closed');
  });
});
