import { describe, expect, it } from '@jest/globals';
import { bandAt } from './band-at.js';
import { EXAMPLE_TARIFF } from './example-tariff.js';

describe('the band of a minute', () => {
  it.each([
    [0, 'valley'],
    [359, 'valley'],
    [360, 'flat'],
    [480, 'peak'],
    [659.99, 'peak'],
    [660, 'flat'],
    [1260, 'flat'],
    [1439, 'valley'],
  ])('minute %p is %s in the example tariff', (minuteOfDay, band) => {
    expect(bandAt(EXAMPLE_TARIFF, minuteOfDay)).toBe(band);
  });

  it('refuses a minute the tariff says nothing about', () => {
    expect(() => bandAt(EXAMPLE_TARIFF, 1440)).toThrow(expect.objectContaining({ code: 'TARIFF.GAP' }));
  });
});
