import uPlot from 'uplot';
import { axisNumbers } from './axis-numbers.js';
import { scaleOf } from './plot-context.js';
import type { Latest, PlotContext } from './plot-context.js';
import { tickLabels } from './tick-labels.js';
import { timeTicks } from './time-ticks.js';
import type { TimeTicks } from './time-ticks.js';

const TICK_SPACE_PX = 84;
const AXIS_SIZE_PX = 36;
const EDGE_PX = 16;

function timeAxis(latest: Latest<PlotContext>): uPlot.Axis {
  let ticks: TimeTicks = { atMs: [], unit: 'minute' };
  return {
    stroke: () => latest.current.colours.axis,
    font: latest.current.colours.font,
    size: AXIS_SIZE_PX,
    gap: 4,
    lineGap: 1.3,
    grid: { show: false },
    border: { show: true, stroke: () => latest.current.colours.axis, width: 1 },
    ticks: { stroke: () => latest.current.colours.axis, width: 1, size: 4 },
    splits: (plot, _axis, fromMs, toMs) => {
      const most = Math.max(2, Math.floor(plot.bbox.width / devicePixelRatio / TICK_SPACE_PX));
      ticks = timeTicks(fromMs, toMs, most, latest.current.timeZone);
      return [...ticks.atMs];
    },
    // A label that would be cut at the right edge is left out; its mark stays.
    values: (plot) => {
      const { min = 0, max = 1 } = plot.scales['x'] ?? {};
      const lastMs = max - (EDGE_PX * (max - min)) / Math.max(1, plot.bbox.width / devicePixelRatio);
      return tickLabels(ticks, latest.current.locale, latest.current.timeZone).map((text, index) => ((ticks.atMs[index] ?? 0) > lastMs ? '' : text));
    },
  };
}

const widthOf = (labels: readonly string[]): number => Math.max(0, ...labels.map((label) => [...label].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 7), 0)));

function valueAxis(latest: Latest<PlotContext>, index: 0 | 1): uPlot.Axis {
  return {
    scale: `y${index}`,
    side: index === 0 ? 3 : 1,
    stroke: () => latest.current.colours.axis,
    font: latest.current.colours.font,
    space: 40,
    gap: 6,
    size: (_plot, labels) => Math.max(40, widthOf(labels ?? []) + 14),
    grid: { show: index === 0, stroke: () => latest.current.colours.grid, width: 1 },
    ticks: { show: false },
    values: (_plot, splits) => axisNumbers(splits, latest.current.locale),
  };
}

function valueRange(latest: Latest<PlotContext>, index: 0 | 1): uPlot.Range.Function {
  return (_plot, dataMin, dataMax) => {
    const { yRange, thresholds } = latest.current;
    const lines = index === 0 ? thresholds.map((threshold) => threshold.value) : [];
    const known = [dataMin, dataMax, ...lines].filter((value): value is number => Number.isFinite(value));
    if (known.length === 0) return [yRange.min ?? 0, yRange.max ?? 1];
    const [low, high] = uPlot.rangeNum(Math.min(...known), Math.max(...known), 0.08, true);
    return [yRange.min ?? low, yRange.max ?? high];
  };
}

/** Time below, the first unit on the left, the second on the right. */
export function plotAxes(latest: Latest<PlotContext>): { readonly axes: uPlot.Axis[]; readonly scales: uPlot.Scales } {
  const isDouble = latest.current.units.length > 1;
  const range: uPlot.Range.Function = (_plot, min, max) => {
    const { view } = latest.current;
    return Number.isFinite(min) && Number.isFinite(max) && min < max ? [min, max] : [view.fromMs, view.toMs];
  };
  const first = scaleOf(latest.current.units, latest.current.units[0] ?? '');
  return {
    axes: [timeAxis(latest), valueAxis(latest, 0), ...(isDouble ? [valueAxis(latest, 1)] : [])],
    scales: {
      x: { time: false, range },
      [first]: { range: valueRange(latest, 0) },
      ...(isDouble ? { y1: { range: valueRange(latest, 1) } } : {}),
    },
  };
}
