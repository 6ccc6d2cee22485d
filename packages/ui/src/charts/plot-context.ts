import type { InstantRange } from '../range/range.js';
import type { ChartColours } from './chart-colours.js';
import type { TimeSeries } from './time-series.js';

export interface Threshold {
  readonly value: number;
  readonly label: string;
  readonly tone?: 'neutral' | 'danger';
}

export interface Annotation {
  readonly key: string;
  readonly fromMs: number;
  /** Left out: an instant. */
  readonly toMs?: number;
  readonly label: string;
  readonly tone?: 'neutral' | 'danger';
}

/** What the plot's callbacks read, always the latest: the plot itself outlives many renders. */
export interface PlotContext {
  readonly locale: string;
  readonly timeZone: string;
  readonly series: readonly TimeSeries[];
  readonly units: readonly string[];
  readonly thresholds: readonly Threshold[];
  readonly annotations: readonly Annotation[];
  readonly yRange: { readonly min?: number | undefined; readonly max?: number | undefined };
  readonly view: InstantRange;
  readonly colours: ChartColours;
  readonly onRange: (range: InstantRange) => void;
  readonly onReset: () => void;
  readonly onCursor: (index: number | null) => void;
}

/** A holder whose content is replaced at every render. */
export interface Latest<T> {
  readonly current: T;
}

/** The distinct units, in order of appearance: the first two have axes. */
export function unitsOf(series: readonly TimeSeries[], unit: string | undefined): string[] {
  const all = series.map((one) => one.unit ?? unit ?? '');
  return [...new Set(all.length > 0 ? all : [unit ?? ''])];
}

/** The scale a series is drawn on; a third unit shares the second's. */
export function scaleOf(units: readonly string[], unit: string): string {
  return `y${Math.min(1, Math.max(0, units.indexOf(unit)))}`;
}
