import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SIGHTS, contrastRatio, distanceSeen, isInSrgb, parseOklch } from './colour-math.js';
import type { Oklch } from './colour-math.js';

type Palette = ReadonlyMap<string, Oklch>;

function read(file: string): Palette {
  const css = readFileSync(new URL(`../styles/${file}.css`, import.meta.url), 'utf8');
  const found = [...css.matchAll(/--tn-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, parseOklch(value)] as const);
  return new Map(found.filter((pair): pair is readonly [string, Oklch] => pair[1] !== undefined));
}

const light = read('colour-light');
const palettes = {
  light,
  dark: new Map([...light, ...read('colour-dark')]),
  contrast: new Map([...light, ...read('colour-contrast')]),
  'contrast-dark': new Map([...light, ...read('colour-contrast-dark')]),
};

const SHEETS = ['paper', 'surface', 'sunken', 'rail'];
const TEXTS = ['ink', 'ink-2', 'ink-3', 'accent-text', 'danger', 'good', 'caution'];
const STATES = ['running', 'idle', 'stopped', 'fault', 'offline', 'changeover'].map((state) => `state-${state}`);
const CHARTS = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => `chart-${index}`);
const ON_FILL: readonly (readonly [string, string])[] = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger-fill'],
  ['on-danger', 'danger-fill-hover'],
  ['on-ink', 'ink'],
];
const WASHES = ['accent-wash', 'danger-wash', 'good-wash', 'caution-wash'];
const WASHED: readonly (readonly [string, string])[] = [
  ...WASHES.flatMap((wash) => ['ink', 'ink-2'].map((text) => [text, wash] as const)),
  ['accent-text', 'accent-wash'],
  ['danger', 'danger-wash'],
  ['good', 'good-wash'],
  ['caution', 'caution-wash'],
];

const crossed = (fronts: readonly string[], backs: readonly string[]): (readonly [string, string])[] =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const));

function below(palette: Palette, pairs: readonly (readonly [string, string])[], least: number): string[] {
  return pairs.flatMap(([front, back]) => {
    const [one, other] = [palette.get(front), palette.get(back)];
    if (!one || !other) return [`${front} or ${back} is missing`];
    const ratio = contrastRatio(one, other);
    return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
  });
}

describe.each(Object.entries(palettes))('theme %s', (name, palette) => {
  const isHigh = name.startsWith('contrast');

  it(`sets text at ${isHigh ? 7 : 4.5}:1 or more on every sheet, fill and wash`, () => {
    const least = isHigh ? 7 : 4.5;
    expect(below(palette, [...crossed(TEXTS, SHEETS), ...ON_FILL, ...WASHED], least)).toEqual([]);
  });

  it('draws control edges, focus, accent, states and chart colours at 3:1 or more', () => {
    const pairs = [...crossed(['edge', 'focus', 'accent', ...STATES], SHEETS), ...crossed(CHARTS, ['paper', 'surface', 'sunken'])];
    expect(below(palette, pairs, 3)).toEqual([]);
  });

  it('keeps to colours that an sRGB screen can show', () => {
    expect([...palette].filter(([, colour]) => !isInSrgb(colour)).map(([key]) => key)).toEqual([]);
  });

  it('keeps the eight chart colours apart for every kind of sight', () => {
    const near = CHARTS.flatMap((one, index) =>
      CHARTS.slice(index + 1).flatMap((other) =>
        SIGHTS.filter((sight) => distanceSeen(palette.get(one)!, palette.get(other)!, sight) < 0.09).map((sight) => `${one} ${other} ${sight}`),
      ),
    );
    expect(near).toEqual([]);
  });

  it('keeps neighbouring tariff bands apart in lightness', () => {
    const lightness = ['sharp', 'peak', 'flat', 'valley'].map((band) => palette.get(`band-${band}`)![0]);
    const steps = lightness.slice(1).map((value, index) => Math.abs(value - lightness[index]!));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0.12);
  });
});

describe('contrastRatio', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastRatio([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
    expect(contrastRatio([0.58, 0.19, 32], [0.58, 0.19, 32])).toBe(1);
  });
});
