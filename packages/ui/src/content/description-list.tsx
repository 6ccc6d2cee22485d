import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export interface DescriptionListProps {
  readonly items: readonly { readonly key: string; readonly term: ReactNode; readonly detail: ReactNode }[];
  readonly columns?: 1 | 2 | 3;
  readonly className?: string;
}

const COLUMNS = { 1: '', 2: 'md:grid-cols-2', 3: 'md:grid-cols-2 xl:grid-cols-3' } as const;

/** Facts about one thing, each on its own hairline. */
export function DescriptionList({ items, columns = 1, className }: DescriptionListProps): ReactElement {
  return (
    <dl className={clsx('grid grid-cols-1 gap-x-8', COLUMNS[columns], className)}>
      {items.map((item) => (
        <div key={item.key} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-t border-line py-2 text-14">
          <dt className="flex-none text-ink-3">{item.term}</dt>
          <dd className="min-w-0 text-right wrap-anywhere">{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface KeyValueProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly hint?: ReactNode;
  readonly className?: string;
}

/** One fact on one line. */
export function KeyValue({ label, value, hint, className }: KeyValueProps): ReactElement {
  return (
    <span className={clsx('inline-flex items-baseline gap-1.5 text-14', className)}>
      <span className="text-ink-3">{label}</span>
      <span>{value}</span>
      {hint !== undefined && <span className="text-13 text-ink-3">{hint}</span>}
    </span>
  );
}
