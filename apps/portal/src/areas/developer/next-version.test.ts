import { describe, expect, it } from '@jest/globals';
import { nextVersionText } from './next-version';

describe('nextVersionText', () => {
  it('raises the last number and leaves the rest as it was', () => {
    expect(JSON.parse(nextVersionText({ slug: 'a', version: '1.2.9', price: { model: 'free' } }))).toEqual({ slug: 'a', version: '1.2.10', price: { model: 'free' } });
  });

  it('leaves what it cannot raise', () => {
    expect(JSON.parse(nextVersionText({ version: 'beta' }))).toEqual({ version: 'beta' });
    expect(nextVersionText(null)).toBe('null');
  });
});
