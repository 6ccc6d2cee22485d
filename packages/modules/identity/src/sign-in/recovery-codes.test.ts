import { describe, expect, it } from '@jest/globals';
import { newRecoveryCodes, readRecoveryCode, recoveryDigest, recoveryDigests } from './recovery-codes.js';

describe('recovery codes', () => {
  const codes = newRecoveryCodes();

  it('are ten, none like another, in groups that can be read out', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  it('are read however they are typed, and kept as the same digest', () => {
    const [code] = codes as [string];
    const [kept] = recoveryDigests(codes) as [Buffer];
    for (const typed of [code, code.toUpperCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) expect(recoveryDigest(readRecoveryCode(typed)!)).toEqual(kept);
    for (const other of ['', '123456', `${code}x`, 'ä'.repeat(16)]) expect(readRecoveryCode(other)).toBeNull();
  });
});
