import type { ReactElement } from 'react';
import { sparklinePath } from './sparkline-path.js';

export interface SparklineProps {
  readonly values: readonly (number | null)[];
  /** Read aloud; without it the line is decoration beside its number. */
  readonly label?: string | undefined;
  readonly width?: number;
  readonly height?: number;
  readonly tone?: 'ink' | 'accent';
  readonly className?: string;
}

/** The shape of the last hours, without axes: the number beside it says how much. */
export function Sparkline({ values, label, width = 96, height = 28, tone = 'ink', className }: SparklineProps): ReactElement {
  const { line, end } = sparklinePath(values, width, height);
  const naming = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  const colour = tone === 'accent' ? 'var(--tn-accent)' : 'var(--tn-ink-2)';
  return (
    <svg {...naming} width={width} height={height} viewBox={`0 0 ${width} ${height}`} fill="none" className={className}>
      <path d={line} stroke={colour} strokeWidth="1.25" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
      {end && <circle cx={end[0]} cy={end[1]} r="2" fill={colour} />}
    </svg>
  );
}
