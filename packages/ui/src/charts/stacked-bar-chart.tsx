'use client';
import clsx from 'clsx';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement, ReactNode } from 'react';
import { numberText } from '../format/number.js';
import { bandColour } from './band-colour.js';
import type { BandColour } from './band-colour.js';
import { BarLegend } from './bar-legend.js';
import { linearScale, niceTicks } from './linear-scale.js';
import type { Scale } from './linear-scale.js';
import { PlainTable } from './plain-table.js';
import { labelStride, stackParts } from './stack-bars.js';
import { ValueGrid, gutterOf } from './svg-axes.js';
import { useWidth } from './use-width.js';

export interface BarBand {
  readonly id: string;
  readonly label: string;
  readonly color: BandColour;
}

export interface BarPeriod {
  readonly key: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface StackedBarChartProps {
  readonly label: string;
  readonly locale: string;
  readonly unit: string;
  /** From the foot of the bar upwards. */
  readonly bands: readonly BarBand[];
  readonly periods: readonly BarPeriod[];
  readonly precision?: number;
  readonly totalLabel: string;
  /** Heads the column of periods in the table. */
  readonly periodLabel: string;
  /** A press on a bar opens it. */
  readonly onSelect?: (key: string) => void;
  readonly view?: 'chart' | 'table';
  readonly emptyText?: ReactNode;
  readonly height?: number;
  readonly className?: string;
}

const FOOT_PX = 22;
const HEAD_PX = 22;
const LABEL_PX = 56;

interface BarsProps {
  readonly props: StackedBarChartProps;
  readonly y: Scale;
  readonly left: number;
  readonly slot: number;
  readonly active: number | null;
  readonly height: number;
}

function Bars({ props, y, left, slot, active, height }: BarsProps): ReactElement {
  const { bands, periods } = props;
  const width = Math.max(2, Math.min(40, slot * 0.68));
  const stride = labelStride(periods.length, slot * periods.length, LABEL_PX);
  const colours = new Map(bands.map((band) => [band.id, bandColour(band.color)]));
  return (
    <>
      {periods.map((period, index) => {
        const x = left + slot * index + (slot - width) / 2;
        return (
          <g key={period.key} opacity={active === null || active === index ? 1 : 0.45}>
            {stackParts(period.values, bands.map((band) => band.id)).parts.map((part) => (
              <rect key={part.bandId} x={x} width={width} y={y(part.to)} height={Math.max(0.5, y(part.from) - y(part.to) - 1)} fill={colours.get(part.bandId)} />
            ))}
            {index % stride === 0 && (
              <text x={x + width / 2} y={height - 6} textAnchor="middle" className="tn-axis">
                {period.label}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function BarTable({ label, locale, unit, bands, periods, precision, totalLabel, periodLabel, height }: StackedBarChartProps): ReactElement {
  const text = (value: number): string => numberText(value, { locale, precision });
  return (
    <PlainTable
      label={label}
      maxHeight={height}
      heads={[{ key: 'period', text: periodLabel }, ...[...bands, { id: 'total', label: totalLabel }].map((band) => ({ key: band.id, text: `${band.label} ${unit}`, isNumeric: true }))]}
      rows={periods.map((period) => ({
        key: period.key,
        cells: [period.label, ...bands.map((band) => text(period.values[band.id] ?? 0)), text(stackParts(period.values, bands.map((band) => band.id)).total)],
      }))}
    />
  );
}

function useActive(count: number): { readonly active: number | null; readonly set: (index: number | null) => void; readonly onKeyDown: (event: KeyboardEvent) => void } {
  const [active, setActive] = useState<number | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Escape') setActive(null);
    if (step === undefined || count === 0) return;
    event.preventDefault();
    setActive(((active ?? (step > 0 ? -1 : count)) + step + count) % count);
  };
  return { active: active !== null && active < count ? active : null, set: setActive, onKeyDown };
}

function BarFigure(props: StackedBarChartProps): ReactElement {
  const { label, locale, unit, bands, periods, precision, totalLabel, onSelect, emptyText, height = 220, className } = props;
  const [box, width] = useWidth<HTMLDivElement>();
  const { active, set, onKeyDown } = useActive(periods.length);
  const ids = useMemo(() => bands.map((band) => band.id), [bands]);
  const ticks = useMemo(() => niceTicks(0, Math.max(0, ...periods.map((period) => stackParts(period.values, ids).total)), 4), [periods, ids]);
  const left = gutterOf(ticks, locale);
  const y = linearScale([0, ticks.at(-1) ?? 1], [height - FOOT_PX, HEAD_PX]);
  const slot = (width - left) / Math.max(1, periods.length);
  const seen = active === null ? periods : periods.slice(active, active + 1);
  const sum = (id: string): number => seen.reduce((total, period) => total + (period.values[id] ?? 0), 0);
  const caption = active === null ? '' : (periods[active]?.label ?? '');
  const entries = bands.map((band) => ({ ...band, value: sum(band.id) }));
  const total = { label: totalLabel, value: entries.reduce((all, entry) => all + entry.value, 0) };
  const point = (event: PointerEvent<SVGElement>): void => {
    const index = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - left) / slot);
    set(index >= 0 && index < periods.length ? index : null);
  };
  const open = (): void => { if (active !== null && periods[active]) onSelect?.(periods[active].key); };
  return (
    <figure aria-label={label} className={clsx('min-w-0', className)}>
      <BarLegend {...{ entries, total, caption, locale, unit, precision }} />
      <div ref={box} role="group" aria-label={label} tabIndex={0} onKeyDown={(event) => { onKeyDown(event); if (event.key === 'Enter') open(); }} onBlur={() => { set(null); }} className="relative rounded">
        <svg role="img" aria-label={label} width="100%" height={height} onPointerMove={point} onPointerDown={point} onPointerLeave={() => { set(null); }} onClick={open} className={clsx('block', onSelect && 'cursor-pointer')}>
          <ValueGrid ticks={ticks} y={y} left={left} right={width} locale={locale} unit={unit} />
          <Bars props={props} y={y} left={left} slot={slot} active={active} height={height} />
        </svg>
        {periods.length === 0 && <p className="absolute inset-0 grid place-items-center text-14 text-ink-3">{emptyText}</p>}
        <span className="sr-only" aria-live="polite">
          {active === null ? '' : [caption, ...entries.map((entry) => `${entry.label} ${numberText(entry.value, { locale, unit, precision })}`)].join(', ')}
        </span>
      </div>
    </figure>
  );
}

/** Amounts by period, each split into bands: energy by tariff, hours by state. Points out one bar's amounts at a time. */
export function StackedBarChart(props: StackedBarChartProps): ReactElement {
  return props.view === 'table' ? <BarTable {...props} /> : <BarFigure {...props} />;
}
