import { describe, expect, it } from '@jest/globals';
import { FEATURE_FLAGS, FLAG_KEYS, flagStanding, fnv1a, isFlagKey, readReason, readShare, shareSlot, UNSET } from './index.js';

/** Ids as the database writes them, always the same. */
const ids = Array.from({ length: 5_000 }, (_, index) => `0191d2a0-7c00-7000-8000-${index.toString(16).padStart(12, '0')}`);
const [KEY, OTHER] = ['billing.next-invoice', 'notices.robots'] as const;

describe('the registry', () => {
  it.each(FLAG_KEYS)('says of %s what it is in both languages, whose it is, and until when it is to be looked at', (key) => {
    const { what, without, area, reviewBy } = FEATURE_FLAGS[key];
    for (const words of [what, without]) expect([words.zh, words.en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[^\p{Script=Han}]+$/u)]);
    expect(key.split('.')[0]).toBe(area);
    expect(new Date(reviewBy).toISOString().slice(0, 10)).toBe(reviewBy);
  });

  it('knows its keys from other words', () => {
    expect([isFlagKey(KEY), isFlagKey('billing.gone'), isFlagKey('toString')]).toEqual([true, false, false]);
  });
});

describe('a share of companies', () => {
  // Landon Curt Noll's test vectors of FNV-1a, 32 bits.
  it.each([['', 0x811c9dc5], ['a', 0xe40c292c], ['foobar', 0xbf9cf968]])('goes by FNV-1a: %j', (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });

  it('never changes by a release', () => {
    expect(ids.slice(0, 4).map((id) => shareSlot(KEY, id))).toEqual([0, 8, 26, 36]);
  });

  it.each(FLAG_KEYS)('of %s is as large as it says, within four standard deviations', (key) => {
    for (const percent of [1, 10, 50, 90]) {
      const expected = (ids.length * percent) / 100;
      const found = ids.filter((id) => shareSlot(key, id) < percent).length;
      expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected * (1 - percent / 100)));
    }
  });

  it('of one flag has other companies than that of another', () => {
    const both = ids.filter((id) => shareSlot(KEY, id) < 50 && shareSlot(OTHER, id) < 50).length;
    expect(Math.abs(both - ids.length / 4)).toBeLessThan(4 * Math.sqrt((ids.length * 3) / 16));
  });

  it('keeps those it had when it grows', () => {
    const on = (sharePercent: number): string[] => ids.filter((id) => flagStanding(KEY, id, { ...UNSET, sharePercent }).isOn);
    expect(on(0)).toEqual([]);
    expect(on(20)).toEqual(expect.arrayContaining(on(10)));
    expect(on(100)).toEqual(ids);
  });
});

describe('a flag', () => {
  const id = ids[0]!;

  it('is what the registry says, then by its share, then by what was set for the company', () => {
    const overrides = new Map([[id, true]]);
    expect(flagStanding(KEY, id, UNSET)).toEqual({ isOn: true, because: 'default' });
    expect(flagStanding(KEY, id, { ...UNSET, sharePercent: 0 })).toEqual({ isOn: false, because: 'share' });
    expect(flagStanding(KEY, id, { sharePercent: 0, overrides })).toEqual({ isOn: true, because: 'override' });
    expect(flagStanding(KEY, id, { sharePercent: 100, overrides: new Map([[id, false]]) })).toEqual({ isOn: false, because: 'override' });
    expect(flagStanding(KEY, ids[1]!, { sharePercent: 0, overrides })).toEqual({ isOn: false, because: 'share' });
  });

  it('is set with a reason, and for a whole share', () => {
    expect([readReason(' why '), readShare(null), readShare(0), readShare(100)]).toEqual(['why', null, 0, 100]);
    for (const reason of [' ', 'x'.repeat(301)]) expect(() => readReason(reason)).toThrow(expect.objectContaining({ code: 'FLAG.REASON' }));
    for (const share of [-1, 101, 0.5, Number.NaN]) expect(() => readShare(share)).toThrow(expect.objectContaining({ code: 'FLAG.SHARE' }));
  });
});
