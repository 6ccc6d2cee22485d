import { describe, expect, it } from '@jest/globals';
import { instantText } from './instant-text.js';

describe('instantText', () => {
  it.each([0, -1, 1, 86_399_999, 86_400_000, -86_400_000, -86_400_001, 951_782_399_999, 1_795_761_624_319, 253_402_300_800_000, -62_198_755_200_000, 8.64e15, -8.64e15])('writes %d as toISOString does', (ms) => {
    expect(instantText(new Date(ms))).toBe(new Date(ms).toISOString());
  });

  it('writes many instants of many days as toISOString does', () => {
    for (let ms = -5e12; ms < 5e12; ms += 7_654_321_987) expect(instantText(new Date(ms))).toBe(new Date(ms).toISOString());
  });

  it('refuses what is no instant, and is not misled by it afterwards', () => {
    expect(() => instantText(new Date(NaN))).toThrow(RangeError);
    expect(instantText(new Date(5))).toBe('1970-01-01T00:00:00.005Z');
  });
});
