import clsx from 'clsx';
import type { ReactElement } from 'react';
import type { InstantRange } from '../range/range.js';
import type { Grip } from './overview-window.js';

/** Wide enough for a finger beside a window that is too narrow to hold. */
export const EDGE_PX = 28;
export const LEAST_WINDOW_PX = 20;

export interface OverviewGripProps {
  readonly grip: Grip;
  readonly label: string;
  readonly valueText: string;
  readonly valueMs: number;
  readonly span: InstantRange;
  readonly leftPx: number;
  readonly widthPx: number;
  readonly onKey: (key: string) => boolean;
}

/** A part of the window that is held, by pointer or by keys. */
export function OverviewGrip({ grip, label, valueText, valueMs, span, leftPx, widthPx, onKey }: OverviewGripProps): ReactElement {
  return (
    <div
      role="slider"
      tabIndex={0}
      data-grip={grip}
      aria-label={label}
      aria-valuemin={span.fromMs}
      aria-valuemax={span.toMs}
      aria-valuenow={valueMs}
      aria-valuetext={valueText}
      onKeyDown={(event) => { if (!event.altKey && !event.ctrlKey && !event.metaKey && onKey(event.key)) event.preventDefault(); }}
      className={clsx('absolute inset-y-0 rounded', grip === 'whole' ? 'cursor-grab active:cursor-grabbing' : 'group grid cursor-ew-resize place-items-center')}
      style={{ left: leftPx, width: widthPx }}
    >
      {grip !== 'whole' && (
        <span data-grip={grip} aria-hidden className={clsx('absolute inset-y-0 grid w-2.5 place-items-center', grip === 'from' ? 'right-0' : 'left-0')}>
          <span data-grip={grip} className="h-5 w-2 rounded border border-ink bg-surface group-hover:bg-sunken" />
        </span>
      )}
    </div>
  );
}
