'use client';
import clsx from 'clsx';
import { useId, useMemo, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../buttons/button.js';
import type { InstantRange } from '../range/range.js';
import { alignSeries, hasBand, lastReading } from './align-series.js';
import type { SilenceRule } from './silences.js';
import type { AlignedSeries } from './align-series.js';
import { ChartLegend } from './chart-legend.js';
import type { ChartLegendProps } from './chart-legend.js';
import { createCursorStore } from './cursor-store.js';
import { pressKey } from './plot-gestures.js';
import { unitsOf } from './plot-context.js';
import type { Annotation, Threshold } from './plot-context.js';
import { SeriesTable } from './series-table.js';
import type { SeriesTableLabels } from './series-table.js';
import type { TimeSeries } from './time-series.js';
import { usePlot } from './use-plot.js';
import type { PlotWishes } from './use-plot.js';
import { useView } from './use-view.js';
import type { View } from './use-view.js';

export interface TimeSeriesChartProps {
  /** Names the chart for those who hear it. */
  readonly label: string;
  readonly locale: string;
  /** The site's IANA zone. */
  readonly timeZone: string;
  readonly series: readonly TimeSeries[];
  readonly unit?: string;
  /** What is seen; all there is when left out. */
  readonly range?: InstantRange;
  /** Given: the page holds the range (drag, pan and pinch report here). Left out: the chart does. */
  readonly onRangeChange?: (range: InstantRange) => void;
  /** A double click, or the key 0. */
  readonly onReset?: () => void;
  /** Keeps the last stretch in view and slides as readings arrive. */
  readonly live?: { readonly windowMs: number };
  /** Charts with one key share the crosshair. */
  readonly syncKey?: string;
  /** From what silence on a line is broken; never, when left out. */
  readonly silence?: SilenceRule;
  readonly thresholds?: readonly Threshold[];
  readonly annotations?: readonly Annotation[];
  readonly yRange?: { readonly min?: number; readonly max?: number };
  readonly view?: 'chart' | 'table';
  readonly tableLabels?: SeriesTableLabels;
  /** `band` says what the pale band about a line is; shown where there is one. */
  readonly labels?: { readonly reset?: string; readonly band?: string };
  readonly hasLegend?: boolean;
  readonly emptyText?: ReactNode;
  readonly height?: number;
  readonly className?: string;
}

const NONE: readonly never[] = [];
const ANY = {};

function toggled(hidden: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(hidden);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface PlotProps {
  readonly label: string;
  readonly labels: TimeSeriesChartProps['labels'];
  readonly emptyText: ReactNode;
  readonly wishes: PlotWishes;
}

function Plot({ label, labels, emptyText, wishes }: PlotProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const bandId = useId();
  usePlot(box, wishes);
  const [left, right] = wishes.units;
  const isBandSeen = labels?.band !== undefined && wishes.aligned.columns.some((column, index) => !wishes.hidden.has(wishes.series[index]?.id ?? '') && hasBand(column));
  const isEmpty = wishes.aligned.columns.every((column) => lastReading(column.value) === null);
  return (
    <div className="relative pt-5">
      <span className="absolute top-0 left-0 flex gap-3 text-12 text-ink-3">
        <span aria-hidden>{left}</span>
        {isBandSeen && <span id={bandId}>{labels.band}</span>}
      </span>
      <span aria-hidden className="absolute top-0 right-0 text-12 text-ink-3">
        {right}
      </span>
      <div
        ref={box}
        role="img"
        aria-label={label}
        aria-describedby={isBandSeen ? bandId : undefined}
        tabIndex={0}
        onKeyDown={(event) => { if (pressKey(event.key, wishes)) event.preventDefault(); }}
        className="tn-plot rounded"
        style={{ height: wishes.height }}
      />
      {isEmpty && emptyText !== undefined && <p className="absolute inset-0 grid place-items-center text-14 text-ink-3">{emptyText}</p>}
    </div>
  );
}

function Head(props: { readonly legend: ChartLegendProps; readonly resetLabel: string | undefined; readonly onReset: () => void }): ReactElement {
  return (
    <figcaption className="mb-1 flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <ChartLegend {...props.legend} />
      </div>
      {props.resetLabel !== undefined && (
        <Button size="sm" variant="quiet" className="-my-1" onClick={props.onReset}>
          {props.resetLabel}
        </Button>
      )}
    </figcaption>
  );
}

function ChartFigure({ props, aligned, seen }: { readonly props: TimeSeriesChartProps; readonly aligned: AlignedSeries; readonly seen: View }): ReactElement {
  const { label, locale, timeZone, series, unit, live, syncKey, labels, hasLegend = true, emptyText, height = 240, className } = props;
  const units = useMemo(() => unitsOf(series, unit), [series, unit]);
  const [cursor] = useState(createCursorStore);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const onToggle = (id: string): void => { setHidden((before) => toggled(before, id)); };
  const wishes: PlotWishes = {
    ...{ locale, timeZone, series, units, view: seen.view, aligned, hidden, syncKey, height },
    thresholds: props.thresholds ?? NONE,
    annotations: props.annotations ?? NONE,
    yRange: props.yRange ?? ANY,
    isLive: live !== undefined && !seen.isHeld,
    onRange: seen.hold,
    onReset: seen.release,
    onCursor: cursor.set,
  };
  return (
    <figure aria-label={label} className={clsx('min-w-0', className)}>
      {hasLegend && (
        <Head legend={{ series, aligned, unit, locale, timeZone, cursor, hidden, onToggle }} resetLabel={seen.isHeld ? labels?.reset : undefined} onReset={seen.release} />
      )}
      <Plot label={label} labels={labels} emptyText={emptyText} wishes={wishes} />
    </figure>
  );
}

/** Readings over time: mean lines in their bands, gaps left open, a crosshair shared between charts. Drag to look closer, double-click to return. */
export function TimeSeriesChart(props: TimeSeriesChartProps): ReactElement {
  const { label, locale, timeZone, series, unit, range, onRangeChange, onReset, live, silence, tableLabels, height = 240 } = props;
  const aligned = useMemo(() => alignSeries(series, silence), [series, silence]);
  const seen = useView({ aligned, range, live, onRangeChange, onReset });
  if (props.view !== 'table') return <ChartFigure props={props} aligned={aligned} seen={seen} />;
  return <SeriesTable {...{ label, series, aligned, unit, locale, timeZone, height }} range={seen.view} labels={tableLabels ?? { time: timeZone }} />;
}
