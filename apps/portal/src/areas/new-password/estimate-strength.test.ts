import { describe, expect, it } from '@jest/globals';
import { estimateStrength } from './estimate-strength';

const NOBODY = { email: '', names: [] };

describe('estimateStrength', () => {
  it.each([
    ['aaaaaaaaaaaa', 0],
    ['password1234', 1],
    ['1qaz2wsx3edc', 1],
    ['Tenon2026Tenon', 1],
    ['x9!mould-Te', 1],
    ['morning trolley', 3],
    ['moulds cool slower on Mondays', 4],
    ['注塑车间的三号机器今天很稳', 4],
  ])('gives %s %p of four', (password, strength) => {
    expect(estimateStrength(password, NOBODY)).toBe(strength);
  });

  it.each([
    ['haidong-jingmi-88', { email: '', names: ['Haidong Jingmi'] }],
    ['zhangweiming2026', { email: 'zhangweiming@example.com', names: [] }],
    ['海东精密制造有限公司2026', { email: '', names: ['海东精密制造有限公司'] }],
  ])('calls %s weak for whom it is made of, as the server will refuse it', (password, known) => {
    expect(estimateStrength(password, NOBODY)).toBeGreaterThan(1);
    expect(estimateStrength(password, known)).toBeLessThanOrEqual(1);
  });

  it('is done with the longest, too', () => {
    expect(estimateStrength('x9!'.repeat(5_000), NOBODY)).toBe(1);
  });
});
