'use client';
import clsx from 'clsx';
import { useId, useState } from 'react';
import type { PointerEvent, ReactElement } from 'react';
import { MACHINE_STATES } from '../feedback/machine-state.js';
import type { MachineState } from '../feedback/machine-state.js';
import { StateMark } from '../feedback/state-mark.js';
import { formatDuration } from '../format/relative.js';
import { formatInstant } from '../format/zone-time.js';
import type { InstantRange } from '../range/range.js';
import { linearScale } from './linear-scale.js';
import type { Scale } from './linear-scale.js';
import { PlainTable } from './plain-table.js';
import { clipSegments, segmentAt } from './state-segments.js';
import type { StateSegment } from './state-segments.js';
import { ChangeoverHatch, StateStrip } from './state-strip.js';
import { tickLabels } from './tick-labels.js';
import { timeTicks } from './time-ticks.js';
import { useWidth } from './use-width.js';

export interface StateRow {
  readonly id: string;
  readonly label: string;
  readonly segments: readonly StateSegment[];
}

export interface StateTimelineProps {
  readonly label: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly range: InstantRange;
  readonly rows: readonly StateRow[];
  readonly stateLabels: Readonly<Record<MachineState, string>>;
  readonly tableLabels: { readonly row: string; readonly state: string; readonly from: string; readonly to: string; readonly duration: string };
  readonly view?: 'chart' | 'table';
  readonly rowHeight?: number;
  readonly className?: string;
}

const AXIS_PX = 34;
const GAP_PX = 10;
const NAME_PX = 16;

interface Pointed {
  readonly row: StateRow;
  readonly segment: StateSegment;
}

function TimelineTable({ label, locale, timeZone, range, rows, stateLabels, tableLabels }: StateTimelineProps): ReactElement {
  const at = (ms: number): string => formatInstant(ms, { timeZone, precision: 'second' });
  return (
    <PlainTable
      label={label}
      heads={[
        { key: 'row', text: tableLabels.row },
        { key: 'state', text: tableLabels.state },
        { key: 'from', text: tableLabels.from },
        { key: 'to', text: tableLabels.to },
        { key: 'duration', text: tableLabels.duration, isNumeric: true },
      ]}
      rows={rows.flatMap((row) =>
        clipSegments(row.segments, range).map((segment) => ({
          key: `${row.id}-${segment.fromMs}`,
          cells: [
            row.label,
            <StateMark key="state" state={segment.state} label={stateLabels[segment.state]} size="sm" />,
            at(segment.fromMs),
            at(segment.toMs),
            formatDuration(segment.toMs - segment.fromMs, locale),
          ],
        })),
      )}
    />
  );
}

function ReadOut({ pointed, props }: { readonly pointed: Pointed | undefined; readonly props: StateTimelineProps }): ReactElement {
  const { rows, range, stateLabels, locale, timeZone } = props;
  if (pointed) {
    const { row, segment } = pointed;
    const at = (ms: number): string => formatInstant(ms, { timeZone });
    return (
      <>
        <span className="font-medium">{row.label}</span>
        <StateMark state={segment.state} label={stateLabels[segment.state]} size="sm" />
        <span className="tn-num text-ink-2">{`${at(segment.fromMs)} – ${at(segment.toMs).slice(-5)}`}</span>
        <span className="text-ink-2">{formatDuration(segment.toMs - segment.fromMs, locale)}</span>
        {segment.note !== undefined && <span className="text-ink-3">{segment.note}</span>}
      </>
    );
  }
  const present = new Set(rows.flatMap((row) => clipSegments(row.segments, range).map((segment) => segment.state)));
  return (
    <>
      {MACHINE_STATES.filter((state) => present.has(state)).map((state) => (
        <StateMark key={state} state={state} label={stateLabels[state]} size="sm" />
      ))}
    </>
  );
}

function TimeAxis({ range, x, width, top, locale, timeZone }: { readonly range: InstantRange; readonly x: Scale; readonly width: number; readonly top: number; readonly locale: string; readonly timeZone: string }): ReactElement {
  const ticks = timeTicks(range.fromMs, range.toMs, Math.max(2, Math.floor(width / 84)), timeZone);
  const labels = tickLabels(ticks, locale, timeZone);
  return (
    <g aria-hidden className="tn-axis">
      <line x1={0} x2={width} y1={top} y2={top} stroke="var(--tn-chart-axis)" shapeRendering="crispEdges" />
      {ticks.atMs.map((atMs, index) => {
        const anchor = x(atMs) < 20 ? 'start' : x(atMs) > width - 20 ? 'end' : 'middle';
        return (
          <g key={atMs}>
            <line x1={x(atMs)} x2={x(atMs)} y1={top} y2={top + 4} stroke="var(--tn-chart-axis)" shapeRendering="crispEdges" />
            {labels[index]?.split('\n').map((line, row) => (
              <text key={row} x={x(atMs)} y={top + 16 + row * 14} textAnchor={anchor}>
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}

function TimelineFigure(props: StateTimelineProps): ReactElement {
  const { label, locale, timeZone, range, rows, rowHeight = 28, className } = props;
  const [box, width] = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<Pointed>();
  const patternId = useId();
  const isNamed = rows.length > 1;
  const pitch = rowHeight + GAP_PX + (isNamed ? NAME_PX : 0);
  const axisTop = rows.length * pitch;
  const x = linearScale([range.fromMs, range.toMs], [0, width]);
  const msPerPx = (range.toMs - range.fromMs) / width;
  const point = (event: PointerEvent<SVGElement>): void => {
    const edge = event.currentTarget.getBoundingClientRect();
    const row = rows[Math.floor((event.clientY - edge.top) / pitch)];
    const segment = row && segmentAt(clipSegments(row.segments, range), range.fromMs + (event.clientX - edge.left) * msPerPx);
    setPointed(row && segment ? { row, segment } : undefined);
  };
  return (
    <figure aria-label={label} className={clsx('min-w-0', className)}>
      <figcaption className="mb-2 flex min-h-5 flex-wrap items-center gap-x-4 gap-y-1 text-13">
        <ReadOut pointed={pointed} props={props} />
      </figcaption>
      <div ref={box}>
        <svg role="img" aria-label={label} width="100%" height={axisTop + AXIS_PX} onPointerMove={point} onPointerDown={point} onPointerLeave={() => { setPointed(undefined); }} className="block">
          <defs>
            <ChangeoverHatch id={patternId} />
          </defs>
          {rows.map((row, index) => (
            <g key={row.id}>
              {isNamed && (
                <text x={0} y={index * pitch + 12} className="tn-axis tn-axis-name">
                  {row.label}
                </text>
              )}
              <StateStrip segments={clipSegments(row.segments, range)} x={x} msPerPx={msPerPx} top={index * pitch + (isNamed ? NAME_PX : 0)} height={rowHeight} patternId={patternId} />
            </g>
          ))}
          <TimeAxis range={range} x={x} width={width} top={axisTop - GAP_PX + 2} locale={locale} timeZone={timeZone} />
        </svg>
      </div>
    </figure>
  );
}

/** What machines were doing, as a paper trace: height and texture tell the states apart before colour does. */
export function StateTimeline(props: StateTimelineProps): ReactElement {
  return props.view === 'table' ? <TimelineTable {...props} /> : <TimelineFigure {...props} />;
}
