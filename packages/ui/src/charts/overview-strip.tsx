'use client';
import clsx from 'clsx';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { formatInstant } from '../format/zone-time.js';
import { formatRange } from '../range/format-range.js';
import type { InstantRange } from '../range/range.js';
import { linearScale } from './linear-scale.js';
import type { Scale } from './linear-scale.js';
import { EDGE_PX, LEAST_WINDOW_PX, OverviewGrip } from './overview-grip.js';
import { overviewBand, overviewExtent, overviewLine } from './overview-path.js';
import type { OverviewPoints } from './overview-path.js';
import { clippedWindow, pressedWindow } from './overview-window.js';
import type { Grip } from './overview-window.js';
import { useWidth } from './use-width.js';
import { useWindowDrag } from './use-window-drag.js';

export interface OverviewStripProps {
  readonly label: string;
  readonly labels: { readonly window: string; readonly from: string; readonly to: string };
  /** The site's IANA zone. */
  readonly timeZone: string;
  readonly points: OverviewPoints;
  /** All of the time there is. */
  readonly span: InstantRange;
  /** What of it the page shows. */
  readonly window: InstantRange;
  readonly onChange: (window: InstantRange) => void;
  /** How narrow the window may become, in ms. */
  readonly leastMs: number;
  readonly colorIndex?: number | undefined;
  readonly className?: string;
}

const HEIGHT_PX = 48;
const PAD_PX = 5;
/** Ends of more than this are days: hours would leave no room between them on a phone. */
const SHOWN_BY_DAY_MS = 3 * 86_400_000;

function Drawing({ points, x, colour }: { readonly points: OverviewPoints; readonly x: Scale; readonly colour: string }): ReactElement {
  const y = linearScale(overviewExtent(points), [HEIGHT_PX - PAD_PX, PAD_PX]);
  return (
    <>
      <path d={overviewBand(points, x, y)} fill={colour} fillOpacity="0.28" />
      <path d={overviewLine(points, x, y)} fill="none" stroke={colour} strokeWidth="1.25" strokeLinejoin="round" />
    </>
  );
}

/** Where the window is drawn: as wide as its time, but never too narrow to be seen and held. */
function placeOf(window: InstantRange, x: Scale, [low, high]: readonly [number, number]): { readonly leftPx: number; readonly widthPx: number } {
  const widthPx = Math.max(LEAST_WINDOW_PX, x(window.toMs) - x(window.fromMs));
  const middlePx = (x(window.fromMs) + x(window.toMs)) / 2;
  return { leftPx: Math.max(low, Math.min(high - widthPx, middlePx - widthPx / 2)), widthPx };
}

/** All the time there is at a glance, and a window over what the page shows of it: dragged, stretched at its edges, drawn anew beside it, or moved by keys. */
export function OverviewStrip({ label, labels, timeZone, points, span, window, onChange, leastMs, colorIndex = 1, className }: OverviewStripProps): ReactElement {
  const [box, width] = useWidth<HTMLDivElement>();
  const shadeId = useId();
  const inner = [EDGE_PX, width - EDGE_PX] as const;
  const x = linearScale([span.fromMs, span.toMs], inner);
  const atPx = linearScale(inner, [span.fromMs, span.toMs]);
  const bounds = { span, leastMs };
  const shown = clippedWindow(window, span);
  const { draft, handlers } = useWindowDrag(shown, bounds, atPx, onChange);
  const seen = draft ?? shown;
  const { leftPx, widthPx } = placeOf(seen, x, inner);
  const press = (grip: Grip) => (key: string): boolean => {
    const next = pressedWindow(key, shown, grip, bounds);
    if (next) onChange(next);
    return next !== undefined;
  };
  const at = (ms: number): string => formatInstant(ms, { timeZone });
  const end = (ms: number): string => formatInstant(ms, { timeZone, precision: span.toMs - span.fromMs > SHOWN_BY_DAY_MS ? 'day' : 'minute' });
  return (
    <div ref={box} role="group" aria-label={label} className={clsx('min-w-0', className)}>
      <div {...handlers} className="relative touch-pan-y select-none" style={{ height: HEIGHT_PX }}>
        <svg aria-hidden width="100%" height={HEIGHT_PX} className="pointer-events-none absolute inset-0 block">
          <defs>
            <mask id={shadeId}>
              <rect width="100%" height="100%" fill="#fff" fillOpacity="0.45" />
              <rect x={leftPx} width={widthPx} height="100%" fill="#fff" />
            </mask>
          </defs>
          <rect x={inner[0]} width={Math.max(0, inner[1] - inner[0])} height={HEIGHT_PX} rx="2" fill="var(--tn-sunken)" />
          <rect x={leftPx} y="0.5" width={widthPx} height={HEIGHT_PX - 1} fill="var(--tn-surface)" />
          <g mask={`url(#${shadeId})`}>
            <Drawing points={points} x={x} colour={`var(--tn-chart-${colorIndex})`} />
          </g>
          <rect x={leftPx} y="0.5" width={widthPx} height={HEIGHT_PX - 1} fill="none" stroke="var(--tn-ink)" />
        </svg>
        <OverviewGrip span={span} grip="whole" label={labels.window} valueText={formatRange(seen, { timeZone })} valueMs={seen.fromMs} leftPx={leftPx} widthPx={widthPx} onKey={press('whole')} />
        <OverviewGrip span={span} grip="from" label={labels.from} valueText={at(seen.fromMs)} valueMs={seen.fromMs} leftPx={leftPx - EDGE_PX + 5} widthPx={EDGE_PX} onKey={press('from')} />
        <OverviewGrip span={span} grip="to" label={labels.to} valueText={at(seen.toMs)} valueMs={seen.toMs} leftPx={leftPx + widthPx - 5} widthPx={EDGE_PX} onKey={press('to')} />
      </div>
      <p aria-hidden className="tn-num mt-1 flex justify-between gap-3 text-12 text-ink-3" style={{ paddingInline: EDGE_PX }}>
        <span>{end(span.fromMs)}</span>
        <span className="truncate">{draft ? formatRange(draft, { timeZone }) : label}</span>
        <span>{end(span.toMs)}</span>
      </p>
    </div>
  );
}
