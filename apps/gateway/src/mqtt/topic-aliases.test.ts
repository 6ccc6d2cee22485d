import { expect, it } from '@jest/globals';
import { TopicAliases } from './topic-aliases.js';

it('remembers what an alias was given, and takes a new topic for it', () => {
  const aliases = new TopicAliases(2);
  expect(aliases.resolve('a', undefined)).toBe('a');
  expect(aliases.resolve('a', 1)).toBe('a');
  expect(aliases.resolve('', 1)).toBe('a');
  expect(aliases.resolve('b', 1)).toBe('b');
  expect(aliases.resolve('', 1)).toBe('b');
});

it('refuses aliases out of range and aliases never given', () => {
  const aliases = new TopicAliases(2);
  expect(() => aliases.resolve('a', 0)).toThrow(expect.objectContaining({ reason: 0x94 }));
  expect(() => aliases.resolve('a', 3)).toThrow(expect.objectContaining({ reason: 0x94 }));
  expect(() => aliases.resolve('', 2)).toThrow(expect.objectContaining({ reason: 0x82 }));
});
