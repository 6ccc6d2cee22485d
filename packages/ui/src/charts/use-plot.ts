'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type uPlot from 'uplot';
import type { AlignedSeries } from './align-series.js';
import { NO_COLOURS, readChartColours, useLookCount } from './chart-colours.js';
import { createPlot } from './create-plot.js';
import type { PlotContext } from './plot-context.js';
import { layoutOf, plotColumns } from './plot-series.js';
import { slideView } from './slide-view.js';

export interface PlotWishes extends Omit<PlotContext, 'colours'> {
  readonly aligned: AlignedSeries;
  readonly hidden: ReadonlySet<string>;
  readonly syncKey: string | undefined;
  readonly height: number;
  readonly isLive: boolean;
}

/** What forces a new plot; everything else is only drawn anew. */
function shapeOf({ series, units, aligned, syncKey }: PlotWishes): string {
  return JSON.stringify([syncKey, units, series.map((one, index) => [one.id, one.unit, one.isStepped, Boolean(aligned.columns[index]?.min)])]);
}

function useResize(box: RefObject<HTMLDivElement | null>, plot: RefObject<uPlot | null>, height: number): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const fit = (): void => {
      const width = Math.floor(element.clientWidth);
      if (plot.current && width > 0 && (plot.current.width !== width || plot.current.height !== height)) plot.current.setSize({ width, height });
    };
    const watcher = new ResizeObserver(fit);
    watcher.observe(element);
    fit();
    return () => { watcher.disconnect(); };
  }, [box, plot, height]);
}

/** Keeps one plot in the box, in step with what is wished. */
export function usePlot(box: RefObject<HTMLDivElement | null>, wishes: PlotWishes): void {
  const { aligned, view, hidden, series, isLive, height, syncKey } = wishes;
  const latest = useRef<PlotContext>({ ...wishes, colours: NO_COLOURS });
  const plot = useRef<uPlot>(null);
  const stop = useRef<() => void>(() => undefined);
  const lookCount = useLookCount();
  const shape = shapeOf(wishes);

  useLayoutEffect(() => { latest.current = { ...wishes, colours: latest.current.colours }; });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    latest.current = { ...latest.current, colours: readChartColours(element) };
    const size = { element, width: Math.max(120, element.clientWidth), height };
    const made = createPlot(size, latest, layoutOf(aligned), plotColumns(aligned), syncKey);
    plot.current = made.plot;
    return () => {
      stop.current();
      plot.current = null;
      made.destroy();
    };
    // Data, sizes and words reach the living plot by the effects below.
  }, [box, shape]);

  useEffect(() => {
    plot.current?.setData(plotColumns(aligned), false);
    if (!plot.current) return;
    stop.current();
    stop.current = slideView(plot.current, view, isLive);
  }, [aligned, view.fromMs, view.toMs, isLive, shape]);

  useEffect(() => {
    layoutOf(aligned).columnOf.forEach((column, index) => {
      const isShown = !hidden.has(series[index]?.id ?? '');
      for (const at of [column.min, column.max, column.value]) {
        if (at !== undefined && plot.current?.series[at]?.show !== isShown) plot.current?.setSeries(at, { show: isShown });
      }
    });
  }, [hidden, shape]);

  useEffect(() => {
    if (!box.current) return;
    latest.current = { ...latest.current, colours: readChartColours(box.current) };
    plot.current?.redraw(false, true);
  }, [box, lookCount, wishes.locale, wishes.timeZone, wishes.thresholds, wishes.annotations]);

  useResize(box, plot, height);
}
