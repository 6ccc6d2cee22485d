import { describe, expect, it } from '@jest/globals';
import { withAlpha } from './chart-colours.js';

describe('withAlpha', () => {
  it.each([
    ['as a token is written', 'oklch(0.5 0.125 258)', 'oklch(0.5 0.125 258 / 0.18)'],
    ['as a build hands it on', 'lab(41.1007% 2.14091 -43.6886)', 'lab(41.1007% 2.14091 -43.6886 / 0.18)'],
    ['for browsers that know no other', '#3262a9', '#3262a92e'],
    ['in short', '#36a', '#3366aa2e'],
  ])('lets a colour be seen through, %s', (_form, colour, seenThrough) => {
    expect(withAlpha(colour, 0.18)).toBe(seenThrough);
  });

  it.each(['#8884', 'rgba(1, 2, 3, 0.5)', 'lab(1% 2 3 / 0.4)', 'red', ''])('leaves %j as it is', (colour) => {
    expect(withAlpha(colour, 0.18)).toBe(colour);
  });
});
