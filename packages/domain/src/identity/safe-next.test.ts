import { describe, expect, it } from '@jest/globals';
import { safeNext } from './safe-next.js';

describe('safeNext', () => {
  it('keeps a path of this site', () => {
    expect(safeNext('/machines/1?range=24h')).toBe('/machines/1?range=24h');
  });

  it.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'machines', '/sign-in?next=/home', '/api/auth/sign-out', 7, {}, `/${'x'.repeat(2_001)}`])('answers home for %j', (next) => {
    expect(safeNext(next)).toBe('/home');
  });

  it('resolves nothing, and encodes what a header cannot hold', () => {
    expect([safeNext('/..//evil.example'), safeNext('/machines?search=注塑 1'), safeNext('/machines?search=%E6%B3%A8'), safeNext('/x\ud800')]).toEqual(['/..//evil.example', '/machines?search=%E6%B3%A8%E5%A1%91%201', '/machines?search=%E6%B3%A8', '/x%EF%BF%BD']);
  });

  it('takes the first of several', () => {
    expect(safeNext(['/store', '//evil'])).toBe('/store');
  });
});
