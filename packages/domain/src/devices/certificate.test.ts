import { describe, expect, it } from '@jest/globals';
import { certificateSpan, serialNumber } from './certificate.js';

const DAY_MS = 86_400_000;

describe('a certificate’s span', () => {
  it('begins an hour back, for clocks that are behind, and ends with its authority at the latest', () => {
    const nowMs = Date.UTC(2026, 10, 27);
    expect(certificateSpan(nowMs, 730)).toEqual({ fromMs: nowMs - 3_600_000, toMs: nowMs + 730 * DAY_MS });
    expect(certificateSpan(nowMs, 730, nowMs + DAY_MS).toMs).toBe(nowMs + DAY_MS);
  });
});

describe('a serial number', () => {
  it.each([
    ['01', '1'],
    ['00', '0'],
    [' 0A:BC:12 ', 'abc12'],
    ['0xFF', 'ff'],
    ['F'.repeat(40), 'f'.repeat(40)],
    ['F'.repeat(41), null],
    ['', null],
    ['12 drop', null],
  ])('%j is kept as %j', (text, kept) => {
    expect(serialNumber(text)).toBe(kept);
  });
});
