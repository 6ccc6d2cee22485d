import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export interface MetricRowProps {
  readonly children: ReactNode;
  readonly columns?: 2 | 3 | 4 | 5;
  readonly className?: string;
}

const COLUMNS = { 2: 'md:grid-cols-2', 3: 'md:grid-cols-3', 4: 'md:grid-cols-2 xl:grid-cols-4', 5: 'md:grid-cols-3 xl:grid-cols-5' } as const;

/** Tiles side by side under one rule, hairlines between them, as on an instrument's face. */
export function MetricRow({ children, columns = 4, className }: MetricRowProps): ReactElement {
  return <div className={clsx('tn-metric-row grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.5rem),1fr))] border-t border-ink', COLUMNS[columns], className)}>{children}</div>;
}
