'use client';
import type { ReactElement } from 'react';
import { Num } from '../content/num.js';
import { bandColour } from './band-colour.js';
import type { BandColour } from './band-colour.js';

export interface BarLegendProps {
  readonly entries: readonly { readonly id: string; readonly label: string; readonly color: BandColour; readonly value: number }[];
  readonly total: { readonly label: string; readonly value: number };
  /** The period pointed at. */
  readonly caption: string;
  readonly locale: string;
  readonly unit: string;
  readonly precision: number | undefined;
}

/** Each band by name with its amount: of the period pointed at, or of all. */
export function BarLegend({ entries, total, caption, locale, unit, precision }: BarLegendProps): ReactElement {
  return (
    <figcaption className="mb-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-13">
      {entries.map((entry) => (
        <span key={entry.id} className="inline-flex items-baseline gap-2">
          <span aria-hidden className="size-2.5 flex-none forced-color-adjust-none self-center rounded-[1px]" style={{ background: bandColour(entry.color) }} />
          <span className="text-ink-2">{entry.label}</span>
          <Num value={entry.value} locale={locale} precision={precision} className="font-medium" />
        </span>
      ))}
      <span className="inline-flex items-baseline gap-2">
        <span className="text-ink-2">{total.label}</span>
        <Num value={total.value} locale={locale} unit={unit} precision={precision} className="font-medium" />
      </span>
      <span className="tn-num ml-auto text-12 text-ink-3">{caption}</span>
    </figcaption>
  );
}
