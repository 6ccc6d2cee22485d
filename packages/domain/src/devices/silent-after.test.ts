import { describe, expect, it } from '@jest/globals';
import { demandSilentAfter } from './silent-after.js';

describe('after how long a machine counts as silent', () => {
  it.each([5, 30, 10_080])('may be %d minutes', (minutes) => {
    expect(demandSilentAfter(minutes)).toBe(minutes);
  });

  it.each([4, 10_081, 7.5, -30, Number.NaN, Infinity])('is never %d', (minutes) => {
    expect(() => demandSilentAfter(minutes)).toThrow(expect.objectContaining({ code: 'TENANT.SILENT_AFTER', kind: 'invalid' }));
  });
});
