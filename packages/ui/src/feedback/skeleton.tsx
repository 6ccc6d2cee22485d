import clsx from 'clsx';
import type { ReactElement } from 'react';

export interface SkeletonProps {
  readonly width?: number | string;
  readonly height?: number | string;
  /** Lines of text to stand for; the last is shorter. */
  readonly lines?: number;
  readonly className?: string;
}

/** Holds the place and the size of what is coming, so that nothing jumps. */
export function Skeleton({ width = '100%', height, lines = 1, className }: SkeletonProps): ReactElement {
  if (lines <= 1) return <span aria-hidden className={clsx('tn-skeleton block', className)} style={{ width, height: height ?? '1rem' }} />;
  return (
    <span aria-hidden className={clsx('flex flex-col gap-2', className)} style={{ width }}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="tn-skeleton block" style={{ height: height ?? '1rem', width: index === lines - 1 ? '62%' : '100%' }} />
      ))}
    </span>
  );
}
