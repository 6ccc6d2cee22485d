'use client';
import clsx from 'clsx';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { Num } from '../content/num.js';
import { numberText } from '../format/number.js';
import { bandColour } from './band-colour.js';
import type { BandColour } from './band-colour.js';
import { linearScale, niceTicks } from './linear-scale.js';
import type { Scale } from './linear-scale.js';
import { QUARTERS, quarterPath, quarterText } from './load-curve.js';
import { PlainTable } from './plain-table.js';
import { ValueGrid, gutterOf } from './svg-axes.js';
import { useWidth } from './use-width.js';

export interface LoadLine {
  readonly id: string;
  readonly label: string;
  /** The mean of each quarter hour of the day, 96 of them. */
  readonly values: readonly (number | null)[];
  readonly isDashed?: boolean;
  readonly colorIndex?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
}

export interface TariffBand {
  /** Included, 0–95. */
  readonly fromQuarter: number;
  /** Excluded, 1–96. */
  readonly toQuarter: number;
  readonly color: BandColour;
  readonly label: string;
}

export interface LoadCurveChartProps {
  readonly label: string;
  readonly locale: string;
  readonly unit: string;
  readonly lines: readonly LoadLine[];
  readonly bands?: readonly TariffBand[];
  /** The contracted demand, the transformer's rating. */
  readonly limit?: { readonly value: number; readonly label: string };
  /** Heads the column of quarter hours in the table. */
  readonly timeLabel: string;
  readonly precision?: number;
  readonly view?: 'chart' | 'table';
  readonly height?: number;
  readonly className?: string;
}

const NONE: readonly never[] = [];
const FOOT_PX = 30;
const HEAD_PX = 22;
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];

const lineColour = (line: LoadLine, index: number): string => `var(--tn-chart-${line.colorIndex ?? index + 1})`;

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

function Day({ frame, bands }: { readonly frame: Frame; readonly bands: readonly TariffBand[] }): ReactElement {
  const { x, width, height } = frame;
  const hours = width < 480 ? HOURS.filter((hour) => hour % 6 === 0) : HOURS;
  const foot = height - FOOT_PX;
  return (
    <g aria-hidden className="tn-axis">
      {bands.map((band) => (
        <rect key={band.fromQuarter} x={x(band.fromQuarter)} width={x(band.toQuarter) - x(band.fromQuarter) - 1} y={foot + 3} height={5} fill={bandColour(band.color)} />
      ))}
      {hours.map((hour) => (
        <text key={hour} x={x(hour * 4)} y={height - 6} textAnchor={hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'}>
          {String(hour).padStart(2, '0')}:00
        </text>
      ))}
    </g>
  );
}

function Curves({ frame, lines, limit, active }: { readonly frame: Frame; readonly lines: readonly LoadLine[]; readonly limit: LoadCurveChartProps['limit']; readonly active: number | null }): ReactElement {
  const { x, y, left, width, height } = frame;
  return (
    <g fill="none">
      {limit && (
        <g>
          <line x1={left} x2={width} y1={y(limit.value)} y2={y(limit.value)} stroke="var(--tn-accent)" strokeDasharray="6 4" />
          <text x={width} y={y(limit.value) - 5} textAnchor="end" className="tn-axis tn-axis-accent">
            {limit.label}
          </text>
        </g>
      )}
      {active !== null && <rect x={x(active)} width={x(active + 1) - x(active)} y={HEAD_PX} height={height - FOOT_PX - HEAD_PX} fill="var(--tn-hover)" />}
      {[...lines].reverse().map((line) => (
        <path key={line.id} d={quarterPath(line.values, x, y)} stroke={lineColour(line, lines.indexOf(line))} strokeWidth="1.5" strokeDasharray={line.isDashed ? '4 3' : undefined} />
      ))}
    </g>
  );
}

function LoadTable({ label, locale, unit, lines, timeLabel, precision, height }: LoadCurveChartProps): ReactElement {
  return (
    <PlainTable
      label={label}
      maxHeight={height}
      heads={[{ key: 'time', text: timeLabel }, ...lines.map((line) => ({ key: line.id, text: `${line.label} ${unit}`, isNumeric: true }))]}
      rows={Array.from({ length: QUARTERS }, (_, quarter) => ({
        key: String(quarter),
        cells: [quarterText(quarter), ...lines.map((line) => numberText(line.values[quarter], { locale, precision }))],
      }))}
    />
  );
}

function LoadLegend({ lines, active, bands, locale, unit, precision }: Pick<LoadCurveChartProps, 'lines' | 'locale' | 'unit' | 'precision'> & { readonly bands: readonly TariffBand[]; readonly active: number | null }): ReactElement {
  const band = active === null ? undefined : bands.find((one) => one.fromQuarter <= active && active < one.toQuarter);
  const greatest = (line: LoadLine): number | null => line.values.reduce<number | null>((most, value) => (value !== null && (most === null || value > most) ? value : most), null);
  return (
    <figcaption className="mb-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-13">
      {lines.map((line, index) => (
        <span key={line.id} className="inline-flex items-baseline gap-2">
          <svg aria-hidden width="18" height="4" className="self-center">
            <path d="M0 2H18" stroke={lineColour(line, index)} strokeWidth="2" strokeDasharray={line.isDashed ? '4 3' : undefined} />
          </svg>
          <span className="text-ink-2">{line.label}</span>
          <Num value={active === null ? greatest(line) : (line.values[active] ?? null)} locale={locale} unit={unit} precision={precision} className="font-medium" />
        </span>
      ))}
      <span className="tn-num ml-auto text-12 text-ink-3">{active === null ? '' : [band?.label, quarterText(active)].filter(Boolean).join(' ')}</span>
    </figcaption>
  );
}

function LoadFigure(props: LoadCurveChartProps): ReactElement {
  const { label, locale, unit, lines, bands = NONE, limit, precision, height = 240, className } = props;
  const [box, width] = useWidth<HTMLDivElement>();
  const [active, setActive] = useState<number | null>(null);
  const ticks = useMemo(() => {
    const all = [...lines.flatMap((line) => line.values), limit?.value ?? null].filter((value): value is number => value !== null);
    return niceTicks(Math.min(0, ...all), Math.max(0, ...all), 4);
  }, [lines, limit?.value]);
  const left = gutterOf(ticks, locale);
  const x = linearScale([0, QUARTERS], [left, width]);
  const y = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [height - FOOT_PX, HEAD_PX]);
  const frame = { x, y, left, width, height };
  const point = (event: PointerEvent<SVGElement>): void => {
    const across = (event.clientX - event.currentTarget.getBoundingClientRect().left - left) / (width - left);
    setActive(across >= 0 && across < 1 ? Math.floor(across * QUARTERS) : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setActive(((active ?? (step > 0 ? -1 : QUARTERS)) + step + QUARTERS) % QUARTERS);
  };
  const spoken = active === null ? '' : [quarterText(active), ...lines.map((line) => `${line.label} ${numberText(line.values[active], { locale, unit, precision })}`)].join(', ');
  return (
    <figure aria-label={label} className={clsx('min-w-0', className)}>
      <LoadLegend {...{ lines, active, bands, locale, unit, precision }} />
      <div ref={box} role="group" aria-label={label} tabIndex={0} onKeyDown={onKeyDown} onBlur={() => { setActive(null); }} className="rounded">
        <svg role="img" aria-label={label} width="100%" height={height} onPointerMove={point} onPointerDown={point} onPointerLeave={() => { setActive(null); }} className="block">
          <ValueGrid ticks={ticks} y={y} left={left} right={width} locale={locale} unit={unit} />
          <Day frame={frame} bands={bands} />
          <Curves frame={frame} lines={lines} limit={limit} active={active} />
        </svg>
        <span className="sr-only" aria-live="polite">
          {spoken}
        </span>
      </div>
    </figure>
  );
}

/** A day's load by quarter hours, today over yesterday, the tariff underneath and the limit above. */
export function LoadCurveChart(props: LoadCurveChartProps): ReactElement {
  return props.view === 'table' ? <LoadTable {...props} /> : <LoadFigure {...props} />;
}
