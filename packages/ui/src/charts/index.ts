/** Charts: an entry of their own, to be loaded when a page first shows one. */
export { LoadCurveChart } from './load-curve-chart.js';
export type { LoadCurveChartProps, LoadLine, TariffBand } from './load-curve-chart.js';
export type { Annotation, Threshold } from './plot-context.js';
export { OverviewStrip } from './overview-strip.js';
export type { OverviewStripProps } from './overview-strip.js';
export type { SeriesTableLabels } from './series-table.js';
export type { BandColour } from './band-colour.js';
export { StackedBarChart } from './stacked-bar-chart.js';
export type { BarBand, BarPeriod, StackedBarChartProps } from './stacked-bar-chart.js';
export type { SilenceRule } from './silences.js';
export type { StateSegment } from './state-segments.js';
export { StateTimeline } from './state-timeline.js';
export type { StateRow, StateTimelineProps } from './state-timeline.js';
export type { SeriesPoints, TimeSeries } from './time-series.js';
export { TimeSeriesChart } from './time-series-chart.js';
export type { TimeSeriesChartProps } from './time-series-chart.js';
