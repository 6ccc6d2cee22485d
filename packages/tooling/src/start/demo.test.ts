import { describe, expect, it } from '@jest/globals';
import { parseAccess } from './demo.mjs';

describe('the last line of the demo’s maker', () => {
  it('is how to look at it', () => {
    expect(parseAccess(['making', '{"email":"a@b","token":"t"}'])).toEqual({ email: 'a@b', token: 't' });
  });
  it.each([[[]], [['done']], [['{"email":"a@b"}']], [['null']]])('is missing in %j', (lines) => expect(parseAccess(lines)).toBeNull());
});
