'use client';
import type { ReactElement } from 'react';
import { numberText } from '../format/number.js';
import { formatInstant } from '../format/zone-time.js';
import type { InstantRange } from '../range/range.js';
import type { AlignedSeries } from './align-series.js';
import { PlainTable } from './plain-table.js';
import { tableRows } from './table-rows.js';
import type { TimeSeries } from './time-series.js';

export interface SeriesTableLabels {
  readonly time: string;
  readonly min?: string;
  readonly max?: string;
  /** Said above a table that shows only the newest readings. */
  readonly shortened?: string;
}

export interface SeriesTableProps {
  readonly label: string;
  readonly series: readonly TimeSeries[];
  readonly aligned: AlignedSeries;
  readonly range: InstantRange;
  readonly unit: string | undefined;
  readonly locale: string;
  readonly timeZone: string;
  readonly labels: SeriesTableLabels;
  readonly height: number;
}

/** The same readings as rows, newest first: for those who cannot see the chart, and for those who want the figures. */
export function SeriesTable({ label, series, aligned, range, unit, locale, timeZone, labels, height }: SeriesTableProps): ReactElement {
  const { heads, rows, isShortened } = tableRows(aligned, series, range, labels);
  return (
    <>
      {isShortened && labels.shortened !== undefined && <p className="py-1 text-12 text-ink-3">{labels.shortened}</p>}
      <PlainTable
        label={label}
        maxHeight={height}
        heads={[
          { key: 'time', text: labels.time },
          ...heads.map((head) => ({ key: head.key, isNumeric: true, text: [head.text, head.unit ?? unit].filter(Boolean).join(' ') })),
        ]}
        rows={rows.map((row) => ({
          key: String(row.atMs),
          cells: [
            formatInstant(row.atMs, { timeZone, precision: 'second' }),
            ...row.values.map((value, index) => numberText(value, { locale, precision: heads[index]?.precision })),
          ],
        }))}
      />
    </>
  );
}
