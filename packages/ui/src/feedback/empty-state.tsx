import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export interface EmptyStateProps {
  /** What will be here. */
  readonly title: ReactNode;
  readonly body?: ReactNode;
  readonly illustration?: ReactNode;
  /** The button that gets there. */
  readonly action?: ReactNode;
  readonly secondaryAction?: ReactNode;
  readonly headingLevel?: 2 | 3;
  readonly size?: 'page' | 'inline';
  readonly className?: string;
}

export function EmptyState(props: EmptyStateProps): ReactElement {
  const { title, body, illustration, action, secondaryAction, headingLevel = 2, size = 'page', className } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={clsx('mx-auto flex max-w-md flex-col items-center text-center', size === 'page' ? 'px-4 py-12' : 'px-4 py-8', className)}>
      {illustration !== undefined && <div className="mb-5 text-ink-2">{illustration}</div>}
      <Heading className={clsx('font-semibold text-balance', size === 'page' ? 'text-16' : 'text-14')}>{title}</Heading>
      {body !== undefined && <p className="mt-1.5 text-14 text-ink-2 text-pretty">{body}</p>}
      {(action !== undefined || secondaryAction !== undefined) && (
        <div className="mt-5 flex flex-wrap justify-center gap-2">
          {action}
          {secondaryAction}
        </div>
      )}
    </div>
  );
}
