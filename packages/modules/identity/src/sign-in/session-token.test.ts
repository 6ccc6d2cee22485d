import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { readSessionToken } from './session-token.js';

const SECRET = 'a secret';
const cookieOf = (token: string, secret = SECRET): string => `tenon.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`;
const read = (header: string): string | null => readSessionToken(header, 'tenon.session_token', SECRET);

describe('readSessionToken', () => {
  it('finds a signed token among other cookies', () => {
    expect(read(`a=b; ${cookieOf('abc')}; c=d`)).toBe('abc');
    expect(read(cookieOf('with.dots'))).toBe('with.dots');
  });

  it.each([
    ['another secret', cookieOf('abc', 'other')],
    ['another token', cookieOf('abc').replace('=abc', '=abd')],
    ['no signature', 'tenon.session_token=abc'],
    ['an empty signature', 'tenon.session_token=abc.'],
    ['a broken encoding', 'tenon.session_token=%E0%A4%A'],
    ['another name', cookieOf('abc').replace('tenon.', 'x.')],
    ['nothing', ''],
  ])('is not fooled by %s', (_what, header) => {
    expect(read(header)).toBeNull();
  });
});
