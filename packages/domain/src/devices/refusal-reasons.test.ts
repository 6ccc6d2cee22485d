import { describe, expect, it } from '@jest/globals';
import { PAYLOAD_REFUSALS } from '../telemetry/index.js';
import { isRefusalReason, REFUSAL_REASONS } from './refusal-reasons.js';

describe('REFUSAL_REASONS', () => {
  it('are distinct codes of the form AREA.REASON', () => {
    expect(new Set(REFUSAL_REASONS).size).toBe(REFUSAL_REASONS.length);
    expect(REFUSAL_REASONS.filter((code) => !/^[A-Z]+\.[A-Z_]+$/.test(code))).toEqual([]);
  });

  it('hold exactly the refusals that reading a payload gives, and those of storing it', () => {
    const own = REFUSAL_REASONS.filter((code) => /^(TELEMETRY|ATTRIBUTE)\./.test(code));
    expect([...own].sort()).toEqual([...PAYLOAD_REFUSALS, 'TELEMETRY.MACHINE_FULL', 'TELEMETRY.NOT_STORED', 'ATTRIBUTE.TOO_LARGE_TOGETHER'].sort());
  });

  it('tells a refusal from a fault of the platform', () => {
    expect(isRefusalReason('RATE.LIMITED')).toBe(true);
    expect(isRefusalReason('INTERNAL')).toBe(false);
    expect(isRefusalReason('toString')).toBe(false);
  });
});
