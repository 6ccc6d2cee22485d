import uPlot from 'uplot';
import { loneReadings, type AlignedSeries } from './align-series.js';
import { withAlpha } from './chart-colours.js';
import { scaleOf } from './plot-context.js';
import type { Latest, PlotContext } from './plot-context.js';

const LONE_POINT_PX = 4;
const nonEmpty = (indices: number[]): number[] | null => (indices.length > 0 ? indices : null);

/** Which of the plot's columns belong to which series: the band's edges come before the line, so that the line lies on top. */
export interface Layout {
  readonly columnOf: readonly { readonly value: number; readonly min?: number; readonly max?: number }[];
  /** Columns that are a band's edge: drawn, never pointed at. */
  readonly edges: ReadonlySet<number>;
}

export function layoutOf(aligned: AlignedSeries): Layout {
  let next = 1;
  const edges = new Set<number>();
  const columnOf = aligned.columns.map((column) => {
    if (!column.min) return { value: next++ };
    const [min, max, value] = [next++, next++, next++];
    edges.add(min).add(max);
    return { value, min, max };
  });
  return { columnOf, edges };
}

export function plotColumns(aligned: AlignedSeries): uPlot.AlignedData {
  const columns = aligned.columns.flatMap(({ value, min, max }) => (min && max ? [min, max, value] : [value]));
  return [aligned.atMs, ...columns];
}

export function colourOf(context: PlotContext, index: number): string {
  const place = (context.series[index]?.colorIndex ?? (index % 8) + 1) - 1;
  return context.colours.series[place] ?? context.colours.ink;
}

/** The lines and bands; colours are asked for at each drawing, so that a change of theme needs no new plot. */
export function plotSeries(latest: Latest<PlotContext>, layout: Layout): { readonly series: uPlot.Series[]; readonly bands: uPlot.Band[] } {
  const { series, units } = latest.current;
  const lines: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  layout.columnOf.forEach((column, index) => {
    const one = series[index];
    const scale = scaleOf(units, one?.unit ?? units[0] ?? '');
    const paths = one?.isStepped ? uPlot.paths.stepped?.({ align: 1 }) : undefined;
    if (column.min !== undefined && column.max !== undefined) {
      lines.push({ scale, width: 0, points: { show: false } }, { scale, width: 0, points: { show: false } });
      bands.push({ series: [column.max, column.min], fill: () => withAlpha(colourOf(latest.current, index), 0.18) });
    }
    const points: uPlot.Series.Points = { show: false, size: LONE_POINT_PX, fill: () => colourOf(latest.current, index), filter: (plot, at) => nonEmpty(loneReadings(plot.data[at] ?? [])) };
    lines.push({ scale, width: 1.5, points, stroke: () => colourOf(latest.current, index), ...(paths ? { paths } : {}) });
  });
  return { series: lines, bands };
}
