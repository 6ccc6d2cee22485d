import { describe, expect, it } from '@jest/globals';
import { qrPath } from './qr-path';

describe('the picture of a QR code', () => {
  it('has a run for the dark modules beside each other, and nothing for light ones', () => {
    expect(qrPath(['.##.#', '.....', '#....'])).toBe('M1 0h2v1h-2zM4 0h1v1h-1zM0 2h1v1h-1z');
  });
});
