import { describe, expect, it } from '@jest/globals';
import { newRecoveryCodes, readRecoveryCode, recoveryDigest, recoveryDigests } from './recovery-codes.js';

describe('recovery codes', () => {
  const codes = newRecoveryCodes();

  it('are ten of 120 bits, none like another, in groups that can be read out', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  it('of before, of 80 bits, are read still', () => {
    expect(readRecoveryCode('7k3m-9abc-defg-hjkm')).toBe('7k3m9abcdefghjkm');
  });

  it('are read however they are typed, and kept as the same digest', () => {
    const [code] = codes as [string];
    const [kept] = recoveryDigests(codes) as [Buffer];
    for (const typed of [code, code.toUpperCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) expect(recoveryDigest(readRecoveryCode(typed)!)).toEqual(kept);
    for (const other of ['', '123456', `${code}x`, code.slice(0, -1), 'ä'.repeat(16)]) expect(readRecoveryCode(other)).toBeNull();
  });
});
