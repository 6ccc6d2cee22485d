import type { MetricEntry, ValueKind } from '@tenon/domain/telemetry';
import { kindOf, type Layout, type LayoutPart, type Series } from './layout.js';
import type { Row } from './rows.js';

/** When a sample was read, and where it stands among all that came. */
export interface Stamp {
  readonly atUs: number;
  readonly arrival: number;
}

function partRow({ shape, sources }: LayoutPart, entries: readonly MetricEntry[], stamp: Stamp): Row {
  const num = new Array<number | null>(sources.length);
  let rich: Record<string, unknown> | null = null;
  for (let i = 0; i < sources.length; i += 1) {
    const value = entries[sources[i] as number]?.[1];
    if (typeof value === 'number') {
      num[i] = value;
    } else {
      num[i] = null;
      (rich ??= {})[i + 1] = value;
    }
  }
  return { shape, atUs: stamp.atUs, arrival: stamp.arrival, num, rich: rich === null ? null : JSON.stringify(rich) };
}

/** The rows of one sample: one, unless its device ran out of shapes. */
export function buildRows(layout: Layout, entries: readonly MetricEntry[], stamp: Stamp, rows: Row[]): void {
  for (const part of layout.parts) rows.push(partRow(part, entries, stamp));
}

/** The rows of a sample of numbers only, which stand one after another from `first` on. */
export function buildNumberRows(layout: Layout, numbers: Float64Array, first: number, { atUs, arrival }: Stamp): Row[] {
  return layout.parts.map(({ shape, sources }) => ({ shape, atUs, arrival, num: sources.map((source) => numbers[first + source] as number), rich: null }));
}

// A metric is shown as the most telling kind it ever carried: numbers make a chart.
const RANK: Readonly<Record<ValueKind, number>> = { number: 3, boolean: 2, text: 1, json: 0 };

/** Raises the kind of series that carry a more telling one now, and gives those that were raised. */
export function raiseKinds(layout: Layout, entries: readonly MetricEntry[]): Series[] | null {
  let raised: Series[] | null = null;
  for (let i = 0; i < entries.length; i += 1) {
    const series = layout.series[i] as Series;
    if (series.kind === 'number') continue;
    const kind = kindOf((entries[i] as MetricEntry)[1]);
    if (RANK[kind] <= RANK[series.kind]) continue;
    series.kind = kind;
    (raised ??= []).push(series);
  }
  return raised;
}
