'use client';
import { useEffect, useState } from 'react';

/** The tokens a canvas needs, read from the page: a canvas knows no CSS variables. */
export interface ChartColours {
  readonly ink: string;
  readonly axis: string;
  readonly grid: string;
  readonly accent: string;
  readonly accentText: string;
  readonly paper: string;
  readonly series: readonly string[];
  readonly font: string;
}

/** Before the first look at the page. */
export const NO_COLOURS: ChartColours = { ink: '#000', axis: '#000', grid: '#8884', accent: '#d30', accentText: '#d30', paper: '#fff', series: [], font: '12px sans-serif' };

export function readChartColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--tn-${name}`).trim();
  return {
    ink: token('ink'),
    axis: token('chart-axis'),
    grid: token('chart-grid'),
    accent: token('accent'),
    accentText: token('accent-text'),
    paper: token('paper'),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((index) => token(`chart-${index}`)),
    font: `12px ${style.fontFamily}`,
  };
}

const HEX = /^#([\da-f]{3}|[\da-f]{6})$/i;
const twice = (digit: string): string => digit + digit;

/**
 * The same colour, seen through. A token is written as `oklch(L C H)`, but a build hands it on as `lab(L a b)` or `#rrggbb`, so each of
 * these is understood; any other colour stays as it is.
 * @param alpha 0 (not seen) to 1
 */
export function withAlpha(colour: string, alpha: number): string {
  if (/^[a-z]+\([^/,]*\)$/.test(colour)) return colour.replace(')', ` / ${alpha})`);
  const digits = HEX.exec(colour)?.[1];
  if (digits === undefined) return colour;
  const whole = digits.length === 3 ? digits.replaceAll(/./g, twice) : digits;
  return `#${whole}${Math.round(alpha * 255).toString(16).padStart(2, '0')}`;
}

const WISHES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'];

/** Counts the page's changes of look, theme or type, so that drawings can be made anew: a canvas does not wait for a font. */
export function useLookCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const change = (): void => { setCount((before) => before + 1); };
    const watcher = new MutationObserver(change);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
    const queries = WISHES.map((wish) => matchMedia(wish));
    for (const query of queries) query.addEventListener('change', change);
    document.fonts.addEventListener('loadingdone', change);
    return () => {
      document.fonts.removeEventListener('loadingdone', change);
      watcher.disconnect();
      for (const query of queries) query.removeEventListener('change', change);
    };
  }, []);
  return count;
}
