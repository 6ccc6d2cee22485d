'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { TariffBand } from '../../../generated/documents';
import { BANDS, QUARTERS_PER_DAY, clockAt, moveEdge, paint, stretchesOf, type Stretch, type TariffDay } from '../tariff-day';

const FILL: Readonly<Record<TariffBand, string>> = { PEAK: 'bg-band-peak', FLAT: 'bg-band-flat', VALLEY: 'bg-band-valley' };
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -4, PageUp: 4 };

const percent = (quarter: number): string => `${(quarter / QUARTERS_PER_DAY) * 100}%`;

interface Stroke {
  readonly band: TariffBand;
  readonly from: number;
  readonly to: number;
}

function quarterAt(event: PointerEvent<HTMLElement>, box: DOMRect): number {
  const share = (event.clientX - box.left) / box.width;
  return Math.min(QUARTERS_PER_DAY - 1, Math.max(0, Math.floor(share * QUARTERS_PER_DAY)));
}

/** The edges of what a stroke covers: both quarter-hours it began and ended in are within. */
function covered({ from, to }: Stroke): [number, number] {
  return [Math.min(from, to), Math.max(from, to) + 1];
}

interface LanesProps {
  readonly day: TariffDay;
  onChange(day: TariffDay): void;
}

function useStroke({ day, onChange }: LanesProps) {
  const [stroke, setStroke] = useState<Stroke | null>(null);
  return {
    stroke,
    shown: stroke ? paint(day, ...covered(stroke), stroke.band) : day,
    handlers: (band: TariffBand) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const quarter = quarterAt(event, event.currentTarget.getBoundingClientRect());
        setStroke({ band, from: quarter, to: quarter });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (stroke) setStroke({ ...stroke, to: quarterAt(event, event.currentTarget.getBoundingClientRect()) });
      },
      onPointerUp: () => {
        if (stroke) onChange(paint(day, ...covered(stroke), stroke.band));
        setStroke(null);
      },
      onPointerCancel: () => setStroke(null),
    }),
  };
}

interface EdgeProps extends LanesProps {
  readonly index: number;
  readonly before: Stretch;
  readonly after: Stretch;
}

/** A boundary between two stretches: a slider for the keyboard, a line to drag for the pointer. */
function Edge({ day, onChange, index, before, after }: EdgeProps) {
  const t = useTranslations('energy');
  const move = (quarter: number): void => onChange(moveEdge(day, index, quarter));
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { Home: before.fromQuarter + 1, End: after.toQuarter - 1 }[event.key] ?? before.toQuarter + (STEPS[event.key] ?? 0);
    if (to === before.toQuarter) return;
    event.preventDefault();
    move(to);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(Math.round(((event.clientX - box.left) / box.width) * QUARTERS_PER_DAY));
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={t('setup.tariff.edge', { before: t(`bands.${before.band}`), after: t(`bands.${after.band}`) })}
      aria-orientation="horizontal"
      aria-valuemin={before.fromQuarter + 1}
      aria-valuemax={after.toQuarter - 1}
      aria-valuenow={before.toQuarter}
      aria-valuetext={clockAt(before.toQuarter)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      style={{ left: percent(before.toQuarter) }}
      className="group absolute inset-y-0 -ml-2 grid w-4 cursor-ew-resize touch-none place-items-center outline-none"
    >
      <span className="h-full w-px bg-ink group-hover:w-0.5 group-focus-visible:w-0.5" />
      <span className="tn-num absolute -top-6 rounded bg-ink px-1.5 py-0.5 text-12 text-on-ink opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100">{clockAt(before.toQuarter)}</span>
      <span className="absolute bottom-0 size-2.5 translate-y-1/2 rounded-full border-2 border-ink bg-surface group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus" />
    </span>
  );
}

function HourLine() {
  return (
    <div aria-hidden="true" className="relative mt-3 h-4 text-12 text-ink-3">
      {HOURS.map((hour) => (
        <span key={hour} style={{ left: percent(hour * 4) }} className={clsx('tn-num absolute -translate-x-1/2 first:translate-x-0 last:-translate-x-full', hour % 6 !== 0 && 'max-sm:hidden')}>
          {clockAt(hour * 4)}
        </span>
      ))}
    </div>
  );
}

/** The day in three lanes, peak above, valley below: drag along a lane to give it those hours, drag an upright line to move a boundary. */
export function TariffLanes({ day, onChange }: LanesProps) {
  const t = useTranslations('energy');
  const { stroke, shown, handlers } = useStroke({ day, onChange });
  const stretches = stretchesOf(shown);
  const [from, to] = stroke ? covered(stroke) : [0, 0];
  return (
    <div role="group" aria-label={t('setup.tariff.lanes')} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 select-none">
      <div aria-hidden="true" className="grid grid-rows-3 text-13 font-medium">
        {BANDS.map((band) => (
          <span key={band} className="grid h-10 items-center">
            {t(`bands.${band}`)}
          </span>
        ))}
      </div>
      <div className="relative border-y border-ink">
        {BANDS.map((band) => (
          <div key={band} {...handlers(band)} className="relative h-10 cursor-crosshair touch-pan-y border-b border-line last-of-type:border-0 hover:bg-hover">
            <span aria-hidden="true" className="pointer-events-none absolute inset-0" style={{ backgroundImage: 'linear-gradient(to right, var(--tn-line) 1px, transparent 1px)', backgroundSize: `${100 / 24}% 100%` }} />
            {stretches
              .filter((stretch) => stretch.band === band)
              .map(({ fromQuarter, toQuarter }) => (
                <span key={fromQuarter} className={clsx('pointer-events-none absolute inset-y-1', FILL[band])} style={{ left: percent(fromQuarter), width: percent(toQuarter - fromQuarter) }} />
              ))}
          </div>
        ))}
        {!stroke && stretches.slice(1).map((after, index) => <Edge key={index} day={day} onChange={onChange} index={index} before={stretches[index] ?? after} after={after} />)}
      </div>
      <span />
      <div>
        <HourLine />
        <p aria-live="polite" className="tn-num min-h-5 text-13 text-ink-2">
          {stroke && t('setup.tariff.preview', { from: clockAt(from), to: clockAt(to), band: t(`bands.${stroke.band}`) })}
        </p>
      </div>
    </div>
  );
}
