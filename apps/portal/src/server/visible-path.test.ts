import { describe, expect, it } from '@jest/globals';
import { visiblePath } from './visible-path';

describe('visiblePath', () => {
  it('drops the marker of a partial fetch and keeps the rest', () => {
    expect(visiblePath('/machines/1?range=24h&_rsc=abc')).toBe('/machines/1?range=24h');
    expect(visiblePath('/home?_rsc=abc')).toBe('/home');
  });

  it('survives an odd request line', () => {
    expect(visiblePath('')).toBe('/');
    expect(visiblePath('*')).toBe('*');
  });
});
