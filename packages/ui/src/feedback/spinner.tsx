import clsx from 'clsx';
import type { ReactElement } from 'react';

export interface SpinnerProps {
  readonly size?: number;
  /** Read aloud; without it the spinner is decoration beside a text that already says so. */
  readonly label?: string | undefined;
  readonly className?: string;
}

/** Three quarters of a dial. */
export function Spinner({ size = 20, label, className }: SpinnerProps): ReactElement {
  const naming = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    <svg {...naming} width={size} height={size} viewBox="0 0 20 20" fill="none" className={clsx('tn-spin', className)}>
      <circle cx="10" cy="10" r="7.5" stroke="currentColor" strokeOpacity="0.25" strokeWidth="1.5" />
      <path d="M10 2.5A7.5 7.5 0 0 1 17.5 10" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
