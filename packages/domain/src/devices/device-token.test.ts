import { describe, expect, it } from '@jest/globals';
import { isTokenGuessable, isTokenShaped, newToken, TOKEN_RANDOM_BYTES } from './device-token.js';

/** Bytes that look random and are the same each time. */
function bytes(seed: number, length = TOKEN_RANDOM_BYTES): Uint8Array {
  let state = seed >>> 0;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

describe('newToken', () => {
  it('is 32 letters and digits, the first a letter, unchanged by a URL', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const token = newToken(bytes(seed));
      expect(token).toMatch(/^[A-Za-z][A-Za-z0-9]{31}$/);
      expect(encodeURIComponent(token)).toBe(token);
      expect(isTokenShaped(token)).toBe(true);
    }
  });

  it('depends on the bytes alone', () => {
    expect(newToken(bytes(1))).toBe(newToken(bytes(1)));
    expect(new Set(Array.from({ length: 300 }, (_, seed) => newToken(bytes(seed)))).size).toBe(300);
  });

  it('gives each symbol the same share of the bytes', () => {
    const firsts = new Map<string, number>();
    const laters = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const first = newToken(Uint8Array.of(byte, ...bytes(3))).charAt(0);
      if (byte < 208) firsts.set(first, (firsts.get(first) ?? 0) + 1);
      const later = newToken(Uint8Array.of(0, byte, ...bytes(3))).charAt(1);
      if (byte < 248) laters.set(later, (laters.get(later) ?? 0) + 1);
    }
    expect([firsts.size, new Set(firsts.values()).size]).toEqual([52, 1]);
    expect([laters.size, new Set(laters.values()).size]).toEqual([62, 1]);
  });

  it('refuses too few bytes, and bytes that are all thrown away', () => {
    const code = expect.objectContaining({ code: 'DEVICE.TOKEN_ENTROPY_SHORT', kind: 'bug' });
    expect(() => newToken(bytes(1, 31))).toThrow(code);
    expect(() => newToken(new Uint8Array(64).fill(255))).toThrow(code);
  });
});

describe('isTokenShaped', () => {
  it.each(['', 'a'.repeat(19), 'a'.repeat(65), `${'a'.repeat(31)}.`, `${'a'.repeat(32)}\n`, `${'a'.repeat(31)}é`, `${'a'.repeat(31)}/`])('refuses %j', (text) => {
    expect(isTokenShaped(text)).toBe(false);
  });

  it.each(['A1TEST0TOKEN00000000', '1abcdefghijklmnopqrstuvwxyz_-', 'a'.repeat(64)])('takes %j, which a machine may bring along', (text) => {
    expect(isTokenShaped(text)).toBe(true);
  });
});

describe('isTokenGuessable', () => {
  it('is one of few different symbols, however long', () => {
    expect(['aaaaaaaaaaaaaaaaaaaaaaaa', '12345671234567123456', 'A1TEST0TOKEN00000000', newToken(bytes(7))].map(isTokenGuessable)).toEqual([true, true, false, false]);
  });
});
