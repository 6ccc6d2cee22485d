import { describe, expect, it } from '@jest/globals';
import { isAtOrBelow } from './domain-names.js';

describe('isAtOrBelow', () => {
  const list = new Set(['example.com']);

  it.each([['example.com', true], ['mail.example.com', true], ['badexample.com', false], ['example.com.cn', false], ['com', false], ['', false]])('%j: %s', (domain, is) => {
    expect(isAtOrBelow(domain, list)).toBe(is);
  });
});
