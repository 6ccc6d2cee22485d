import { describe, expect, it } from '@jest/globals';
import { passwordWeakness } from './password.js';

describe('passwordWeakness', () => {
  it.each([
    ['short', 'too-short'],
    ['x9!mould-Te', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaa', 'too-uniform'],
    ['zhangwei2026!', 'contains-email'],
    ['abcdefghijkl', 'sequence'],
    ['123456789012', 'sequence'],
  ])('%s is %s', (password, weakness) => {
    expect(passwordWeakness(password, 'zhangwei@example.com')).toBe(weakness);
  });

  it.each(['correct horse battery', '注塑车间的三号机器今天很稳', 'x9!mould-Ten'])('%s passes', (password) => {
    expect(passwordWeakness(password, 'zhangwei@example.com')).toBeNull();
  });
});
