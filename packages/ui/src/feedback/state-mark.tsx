import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import type { MachineState } from './machine-state.js';
import { StateShape } from './state-shape.js';

export interface StateMarkProps {
  readonly state: MachineState;
  /** The state's word. */
  readonly label: string;
  readonly size?: 'sm' | 'md';
  /** Leaves the word to those who hear it; only where the word stands nearby already. */
  readonly isLabelHidden?: boolean;
  /** Since when, in a lighter tone. */
  readonly since?: ReactNode;
  readonly className?: string;
}

export function StateMark({ state, label, size = 'md', isLabelHidden = false, since, className }: StateMarkProps): ReactElement {
  return (
    <span className={clsx('inline-flex items-center gap-1.5 whitespace-nowrap', size === 'sm' ? 'text-12' : 'text-14', className)}>
      <StateShape state={state} size={size === 'sm' ? 10 : 12} />
      <span className={clsx(isLabelHidden && 'sr-only', state === 'fault' && 'font-medium text-accent-text', state === 'offline' && 'text-ink-2')}>{label}</span>
      {since !== undefined && <span className="text-ink-3">{since}</span>}
    </span>
  );
}
