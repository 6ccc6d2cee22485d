'use client';
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { Num } from '../content/num.js';
import { formatInstant } from '../format/zone-time.js';
import { lastReading, readingAt } from './align-series.js';
import type { AlignedSeries } from './align-series.js';
import type { CursorStore } from './cursor-store.js';
import type { TimeSeries } from './time-series.js';

export interface ChartLegendProps {
  readonly series: readonly TimeSeries[];
  readonly aligned: AlignedSeries;
  readonly unit: string | undefined;
  readonly locale: string;
  readonly timeZone: string;
  readonly cursor: CursorStore;
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** The series by name, each with its reading under the crosshair, or its last. A press hides and shows it. */
export function ChartLegend({ series, aligned, unit, locale, timeZone, cursor, hidden, onToggle }: ChartLegendProps): ReactElement {
  const index = useSyncExternalStore(cursor.subscribe, cursor.get, () => null);
  const atMs = index === null ? undefined : aligned.atMs[index];
  return (
    <div className="flex flex-wrap items-baseline gap-x-5 gap-y-0.5 text-13">
      {series.map((one, place) => {
        const column = aligned.columns[place]?.value ?? [];
        const value = index === null ? lastReading(column) : readingAt(column, index);
        const isShown = !hidden.has(one.id);
        return (
          <button
            key={one.id}
            type="button"
            aria-pressed={isShown}
            onClick={() => { onToggle(one.id); }}
            className="group inline-flex min-h-6 items-baseline gap-2 rounded text-left max-md:min-h-10 max-md:items-center aria-[pressed=false]:text-ink-3 aria-[pressed=false]:line-through"
          >
            <span aria-hidden className="h-0.5 w-3.5 flex-none self-center forced-color-adjust-none" style={{ background: `var(--tn-chart-${one.colorIndex ?? (place % 8) + 1})`, opacity: isShown ? 1 : 0.3 }} />
            <span className="text-ink-2 group-aria-[pressed=false]:text-ink-3">{one.label}</span>
            <Num value={value} locale={locale} unit={one.unit ?? unit} precision={one.precision} className="min-w-12 font-medium" />
          </button>
        );
      })}
      <span className="tn-num ml-auto text-12 text-ink-3">{atMs === undefined ? '' : formatInstant(atMs, { timeZone, precision: 'second' })}</span>
    </div>
  );
}
