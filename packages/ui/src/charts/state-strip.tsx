'use client';
import type { ReactElement } from 'react';
import type { MachineState } from '../feedback/machine-state.js';
import { stateColour } from '../feedback/state-shape.js';
import type { Scale } from './linear-scale.js';
import { mergeForDrawing } from './state-segments.js';
import type { StateSegment } from './state-segments.js';

type Fill = 'solid' | 'tint' | 'hatch' | 'hollow';

/** Each state has a height and a texture of its own: the strip reads without colour, as a drum's paper trace does. */
const TRACE: Record<MachineState, { readonly height: number; readonly fill: Fill }> = {
  running: { height: 1, fill: 'tint' },
  idle: { height: 0.5, fill: 'solid' },
  changeover: { height: 0.75, fill: 'hatch' },
  stopped: { height: 0.22, fill: 'solid' },
  fault: { height: 1, fill: 'solid' },
  offline: { height: 0.22, fill: 'hollow' },
};

export interface StateStripProps {
  readonly segments: readonly StateSegment[];
  readonly x: Scale;
  readonly msPerPx: number;
  readonly top: number;
  readonly height: number;
  readonly patternId: string;
}

export function StateStrip({ segments, x, msPerPx, top, height, patternId }: StateStripProps): ReactElement {
  return (
    <>
      {mergeForDrawing(segments, msPerPx).map((segment) => {
        const { height: part, fill } = TRACE[segment.state];
        const left = x(segment.fromMs);
        const width = Math.max(segment.state === 'fault' ? 2 : 0.5, x(segment.toMs) - left - 0.5);
        const y = top + height * (1 - part);
        const colour = stateColour(segment.state);
        return (
          <g key={segment.fromMs}>
            <Block box={{ x: left, y, width, height: height * part }} fill={fill} colour={colour} patternId={patternId} />
            {segment.state === 'fault' && width > 7 && <path d={`M${left + width / 2} ${y + 3}l3.5 6h-7Z`} fill="var(--tn-surface)" />}
          </g>
        );
      })}
    </>
  );
}

interface BlockProps {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly fill: Fill;
  readonly colour: string;
  readonly patternId: string;
}

/** Running is the ground on which the rest is read: a tint under a firm edge, so that what stands out is what went wrong. */
function Block({ box, fill, colour, patternId }: BlockProps): ReactElement {
  if (fill === 'solid') return <rect {...box} fill={colour} />;
  if (fill === 'hatch') return <rect {...box} fill={`url(#${patternId})`} />;
  if (fill === 'hollow') return <rect {...box} y={box.y + 0.5} height={box.height - 1} fill="none" stroke={colour} strokeDasharray="2 2" />;
  return (
    <>
      <rect {...box} fill={colour} fillOpacity="0.22" />
      <rect {...box} height={2} fill={colour} />
    </>
  );
}

/** The hatch of a changeover. */
export function ChangeoverHatch({ id }: { readonly id: string }): ReactElement {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0V5" stroke={stateColour('changeover')} strokeWidth="4" />
    </pattern>
  );
}
