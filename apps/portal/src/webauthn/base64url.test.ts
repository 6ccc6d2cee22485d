import { expect, it } from '@jest/globals';
import { fromBase64url, toBase64url } from './base64url';

it.each([0, 1, 2, 3, 61, 62, 256])('%d bytes come back as they went', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 151 + 251) % 256);
  const text = toBase64url(bytes.buffer);
  expect(text).toBe(Buffer.from(bytes).toString('base64url'));
  expect(fromBase64url(text)).toEqual(bytes);
});
