'use client';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../buttons/button.js';

export interface LoadMoreProps {
  readonly label: ReactNode;
  readonly loadingLabel: string;
  readonly hasMore: boolean;
  readonly isLoading?: boolean;
  /** "40 of 312" */
  readonly countText?: ReactNode;
  readonly onLoadMore: () => void;
  readonly className?: string;
}

/** Pages by cursor: the list grows, its address and its reader's place do not change. */
export function LoadMore({ label, loadingLabel, hasMore, isLoading = false, countText, onLoadMore, className }: LoadMoreProps): ReactElement {
  return (
    <div className={clsx('flex items-center gap-4 py-3 text-13 text-ink-3', className)}>
      {hasMore && (
        <Button size="sm" isLoading={isLoading} loadingLabel={loadingLabel} onClick={onLoadMore}>
          {label}
        </Button>
      )}
      {countText !== undefined && (
        <span aria-live="polite" className="tn-num">
          {countText}
        </span>
      )}
    </div>
  );
}
