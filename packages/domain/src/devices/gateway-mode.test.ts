import { describe, expect, it } from '@jest/globals';
import { childName } from './gateway-mode.js';

describe('childName', () => {
  it('is the name without the space around it', () => {
    expect(childName('  注塑机 3 号 ')).toBe('注塑机 3 号');
  });

  it.each([['nothing', '  '], ['too much', 'x'.repeat(81)], ['a character without a shape', 'a\u0000b'], ['half a character', 'a\ud800']])('refuses %s', (_what, text) => {
    expect(() => childName(text)).toThrow(expect.objectContaining({ code: 'CHILD.BAD_NAME' }));
  });
});
