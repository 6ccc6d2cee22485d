import { describe, expect, it } from '@jest/globals';
import { factorResetTimes, readIdentityCheck } from './factor-reset.js';

describe('a second factor that was reported lost', () => {
  it('goes three days later, within a week', () => {
    expect(factorResetTimes(new Date('2026-11-27T08:00:00Z'))).toEqual({ dueAt: new Date('2026-11-30T08:00:00Z'), lapsesAt: new Date('2026-12-07T08:00:00Z') });
  });

  it.each(['', 'known to me', ' '.repeat(40), 'x'.repeat(1_001)])('does not go on no better word than %j', (text) => {
    expect(() => readIdentityCheck(text)).toThrow(expect.objectContaining({ code: 'SECOND_FACTOR.CHECK_REQUIRED', kind: 'invalid' }));
  });

  it('goes on a check that says what was looked at', () => {
    expect(readIdentityCheck('  Video call, identity card shown, called back by the number on file. ')).toBe('Video call, identity card shown, called back by the number on file.');
  });
});
