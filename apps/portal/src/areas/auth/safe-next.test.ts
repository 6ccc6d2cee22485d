import { describe, expect, it } from '@jest/globals';
import { safeNext } from './safe-next';

describe('safeNext', () => {
  it('keeps a path of this site', () => {
    expect(safeNext('/machines/1?range=24h')).toBe('/machines/1?range=24h');
  });

  it.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'machines', '/sign-in?next=/home'])('answers home for %j', (next) => {
    expect(safeNext(next)).toBe('/home');
  });

  it('takes the first of several', () => {
    expect(safeNext(['/store', '//evil'])).toBe('/store');
  });
});
