import type { ReactElement } from 'react';
import type { MachineState } from './machine-state.js';

export interface StateShapeProps {
  readonly state: MachineState;
  readonly size?: number;
  readonly className?: string;
}

const COLOUR: Record<MachineState, string> = {
  running: 'var(--tn-state-running)',
  idle: 'var(--tn-state-idle)',
  stopped: 'var(--tn-state-stopped)',
  fault: 'var(--tn-state-fault)',
  offline: 'var(--tn-state-offline)',
  changeover: 'var(--tn-state-changeover)',
};

export function stateColour(state: MachineState): string {
  return COLOUR[state];
}

/* On a 12 × 12 grid. No two share an outline: the colour may be unseen. */
const DRAWING: Record<MachineState, ReactElement> = {
  running: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  idle: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5Z" fill="currentColor" />
    </>
  ),
  changeover: <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="currentColor" />,
  stopped: <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />,
  fault: (
    <>
      <path d="M6 0.5 11.75 11H0.25Z" fill="currentColor" />
      <path d="M6 4.25v3.25M6 8.4v1.3" stroke="var(--tn-surface)" strokeWidth="1.4" />
    </>
  ),
  offline: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 2.25" />,
};

/** The state's own shape; decoration beside the word that names it. */
export function StateShape({ state, size = 12, className }: StateShapeProps): ReactElement {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 12 12" style={{ color: COLOUR[state], flex: 'none' }} className={className}>
      {DRAWING[state]}
    </svg>
  );
}
