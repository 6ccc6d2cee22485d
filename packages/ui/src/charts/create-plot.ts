import uPlot from 'uplot';
import { bindGestures } from './plot-gestures.js';
import { plotAxes } from './plot-axes.js';
import type { Latest, PlotContext } from './plot-context.js';
import { drawMarks } from './plot-drawing.js';
import { colourOf, plotSeries } from './plot-series.js';
import type { Layout } from './plot-series.js';

const LEAST_DRAG_PX = 6;
const SCAN = 512;

/** The nearest index at which the series has a reading; where series lie on unlike axes most rows are another's. */
function nearestReading(plot: uPlot, column: number, index: number): number {
  const values = plot.data[column];
  for (let away = 0; away < SCAN; away += 1) {
    if (values?.[index - away] !== undefined) return index - away;
    if (values?.[index + away] !== undefined) return index + away;
  }
  return index;
}

function cursorOptions(latest: Latest<PlotContext>, layout: Layout, syncKey: string | undefined): uPlot.Cursor {
  const seriesAt = (column: number): number => layout.columnOf.findIndex((of) => of.value === column);
  // Only the crosshair is shared: a drag belongs to the chart it happens in.
  const isMove = (type: string): boolean => type === 'mousemove' || type === 'mouseleave';
  return {
    y: false,
    drag: { x: true, y: false, setScale: false },
    points: { size: 7, width: 1.5, fill: (_plot, column) => colourOf(latest.current, seriesAt(column)), stroke: () => latest.current.colours.paper },
    dataIdx: ((plot: uPlot, column: number, index: number) => (layout.edges.has(column) ? null : nearestReading(plot, column, index))) as uPlot.Cursor.DataIdxRefiner,
    bind: { dblclick: () => () => { latest.current.onReset(); return null; } },
    ...(syncKey === undefined ? {} : { sync: { key: syncKey, setSeries: false, filters: { pub: isMove, sub: isMove } } }),
  };
}

function onSelect(plot: uPlot, latest: Latest<PlotContext>): void {
  const { left, width } = plot.select;
  if (width < LEAST_DRAG_PX) return;
  const [fromMs, toMs] = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')].map(Math.round) as [number, number];
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  if (toMs > fromMs) latest.current.onRange({ fromMs, toMs });
}

export interface PlotBox {
  readonly element: HTMLElement;
  readonly width: number;
  readonly height: number;
}

/** The plot and how to be rid of it. */
export function createPlot(box: PlotBox, latest: Latest<PlotContext>, layout: Layout, data: uPlot.AlignedData, syncKey: string | undefined): { readonly plot: uPlot; readonly destroy: () => void } {
  const { axes, scales } = plotAxes(latest);
  const { series, bands } = plotSeries(latest, layout);
  const options: uPlot.Options = {
    width: box.width,
    height: box.height,
    padding: [10, 8, 0, 0],
    legend: { show: false },
    cursor: cursorOptions(latest, layout, syncKey),
    axes,
    scales,
    series,
    bands,
    hooks: {
      draw: [(plot) => { drawMarks(plot, latest.current); }],
      setSelect: [(plot) => { onSelect(plot, latest); }],
      setCursor: [(plot) => { latest.current.onCursor((plot.cursor.left ?? -1) < 0 ? null : (plot.cursor.idx ?? null)); }],
    },
  };
  const plot = new uPlot(options, data, box.element);
  const release = bindGestures(plot, latest);
  return {
    plot,
    destroy: () => {
      release();
      plot.destroy();
    },
  };
}
