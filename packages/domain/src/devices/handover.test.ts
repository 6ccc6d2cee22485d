import { describe, expect, it } from '@jest/globals';
import { CLAIM_CODE_BYTES, handoverState, newClaimCode, readClaimCode, readClaimOffer, readClaimOffers } from './handover.js';

const codeOf = (read: () => unknown): unknown => {
  try {
    read();
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('a code by which a machine is taken over', () => {
  it('has twenty symbols of which none is taken for another, and uses each evenly', () => {
    const bytes = Uint8Array.from({ length: CLAIM_CODE_BYTES }, (_, n) => n * 13);
    expect(newClaimCode(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    const all = Array.from({ length: 256 }, (_, byte) => newClaimCode(new Uint8Array(CLAIM_CODE_BYTES).fill(byte)).charAt(0));
    expect(new Set(all.map((symbol) => all.filter((other) => other === symbol).length))).toEqual(new Set([8]));
  });

  it.each(['7KXF0-ABCDE-FGHJK-MNP10', '7kxf0abcdefghjkmnp10', ' 7KXFO-ABCDE–FGHJK MNPIO ', '7kxfo abcde fghjk mnplo'])('is read however it was typed: %j', (typed) => {
    expect(readClaimCode(typed)).toBe('7KXF0-ABCDE-FGHJK-MNP10');
  });

  it.each(['', '7KXF0', '7KXF0-ABCDE-FGHJK-MNP100', '7KXF0-ABCDE-FGHJK-MNPU0', '../../etc/passwd-aaaa'])('%j is none', (typed) => expect(readClaimCode(typed)).toBeNull());
});

describe('readClaimOffer', () => {
  it('is what ThingsBoard’s devices send', () => {
    expect(readClaimOffer('{"secretKey":"abcdefgh1234","durationMs":60000}')).toEqual({ secret: 'abcdefgh1234', durationMs: 60_000 });
    expect(readClaimOffer('{"secretKey":"abcdefgh1234"}').durationMs).toBe(86_400_000);
    expect(readClaimOffer('{"secretKey":"abcdefgh1234","durationMs":1e15}').durationMs).toBe(30 * 86_400_000);
  });

  it.each([
    ['', 'CLAIM.BAD_JSON'],
    ['[]', 'CLAIM.BAD_JSON'],
    ['null', 'CLAIM.BAD_JSON'],
    ['{}', 'CLAIM.WEAK_SECRET'],
    ['{"secretKey":""}', 'CLAIM.WEAK_SECRET'],
    ['{"secretKey":"abcdefgh123"}', 'CLAIM.WEAK_SECRET'],
    ['{"secretKey":"aaaaaaaaaaaaaaaa"}', 'CLAIM.WEAK_SECRET'],
    ['{"secretKey":"abcdefgh1234","durationMs":"1"}', 'CLAIM.BAD_JSON'],
    ['{"secretKey":"abcdefgh1234","durationMs":0}', 'CLAIM.BAD_JSON'],
    [`{"secretKey":"${'abcdefgh'.repeat(33)}"}`, 'CLAIM.WEAK_SECRET'],
  ])('refuses %s', (text, code) => expect(codeOf(() => readClaimOffer(text))).toBe(code));

  it('of a gateway names its machines', () => {
    expect(readClaimOffers('{"Press":{"secretKey":"abcdefgh1234","durationMs":5},"Saw":{"secretKey":"abcdefgh1235"}}')).toEqual([
      { name: 'Press', secret: 'abcdefgh1234', durationMs: 1_000 },
      { name: 'Saw', secret: 'abcdefgh1235', durationMs: 86_400_000 },
    ]);
    for (const text of ['{}', '[]', '{"Press":7}']) expect(codeOf(() => readClaimOffers(text))).toBe('CLAIM.BAD_JSON');
  });
});

describe('handoverState', () => {
  const open = { takenAtMs: null, withdrawnAtMs: null, expiresAtMs: 100 };
  it.each([
    ['open', open, 99],
    ['expired', open, 100],
    ['withdrawn', { ...open, withdrawnAtMs: 1 }, 200],
    ['taken', { ...open, takenAtMs: 1 }, 200],
  ] as const)('is %s', (state, of, nowMs) => expect(handoverState(of, nowMs)).toBe(state));
});
