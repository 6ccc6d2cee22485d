import { describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

/** RFC 6238, appendix B: the secret for SHA-1, and the last six of its eight digits. */
const SECRET = Secret.fromLatin1('12345678901234567890').base32;
const PUBLISHED = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

describe('a code', () => {
  it.each(PUBLISHED)('of second %d is what the standard says', (second, code) => {
    const step = Math.floor(second / 30);
    expect(totpStep(SECRET, code, second * 1_000)).toBe(step);
    // A clock that is half a minute off is forgiven, and the step stays the code's own.
    expect([totpStep(SECRET, code, (step - 1) * 30_000), totpStep(SECRET, code, (step + 1) * 30_000)]).toEqual([step, step]);
    expect([totpStep(SECRET, code, (step - 2) * 30_000), totpStep(SECRET, code, (step + 2) * 30_000)]).toEqual([null, null]);
  });

  it('is none for another secret', () => {
    expect(totpStep(newTotpSecret(), PUBLISHED[0][1], PUBLISHED[0][0] * 1_000)).toBeNull();
  });
});

describe('a secret', () => {
  it('has 160 bits, and its address names us and the person', () => {
    const secret = newTotpSecret();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(newTotpSecret()).not.toBe(secret);
    const uri = new URL(totpUri(secret, 'a+b@example.com'));
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual(['otpauth:', 'totp', '/Tenon:a+b@example.com']);
    expect(Object.fromEntries(uri.searchParams)).toEqual({ issuer: 'Tenon', secret, algorithm: 'SHA1', digits: '6', period: '30' });
  });
});
