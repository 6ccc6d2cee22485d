import clsx from 'clsx';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import type { LinkComponent } from '../link-component.js';

export interface FrameNavItem {
  readonly key: string;
  readonly label: ReactNode;
  /** Where the label is too long for a quarter of a phone. */
  readonly phoneLabel?: ReactNode;
  readonly icon: ReactNode;
  readonly href: string;
  readonly isCurrent?: boolean;
  /** Open alarms, unread notes: shown when above zero. */
  readonly count?: number;
}

export interface NavListProps {
  readonly items: readonly FrameNavItem[];
  readonly Link: LinkComponent;
}

function Count({ count }: { readonly count: number | undefined }): ReactElement | null {
  if (count === undefined || count <= 0) return null;
  return <span className="tn-num ml-auto min-w-5 rounded bg-accent px-1 text-center text-12 font-medium text-on-accent">{count > 99 ? '99+' : count}</span>;
}

/** The rail's list. The current place is a tenon of vermilion standing in the rail's edge. */
export function RailList({ items, Link }: NavListProps): ReactElement {
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => (
        <li key={item.key}>
          <Link
            href={item.href}
            aria-current={item.isCurrent ? 'page' : undefined}
            className={clsx(
              'relative flex min-h-9 items-center gap-3 rounded px-3 text-14 no-underline',
              'before:absolute before:top-2 before:bottom-2 before:-left-2 before:w-1 before:bg-accent before:forced-color-adjust-none before:opacity-0 aria-[current=page]:before:opacity-100',
              item.isCurrent ? 'font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            {item.icon}
            <span className="min-w-0 flex-1">{item.label}</span>
            <Count count={item.count} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

const BOTTOM_ITEM = clsx(
  'relative flex h-full flex-col items-center justify-center gap-0.5 text-12 no-underline focus-visible:-outline-offset-2',
  'before:absolute before:inset-x-4 before:top-0 before:h-0.5 before:bg-accent before:forced-color-adjust-none before:opacity-0 aria-[current=page]:before:opacity-100',
);

export interface BottomMoreProps extends ComponentProps<'button'> {
  readonly label: string;
  readonly icon: ReactNode;
  /** Whether the page that is shown is one of those behind it. */
  readonly isCurrent: boolean;
}

/** The last place under the thumb where there are more than four: opens the others. */
export function BottomMore({ label, icon, isCurrent, ...button }: BottomMoreProps): ReactElement {
  return (
    <button {...button} type="button" aria-current={isCurrent ? 'page' : undefined} className={clsx(BOTTOM_ITEM, 'w-full', isCurrent ? 'font-medium text-ink' : 'text-ink-2')}>
      {icon}
      <span className="max-w-full truncate px-1">{label}</span>
    </button>
  );
}

/** Four places under the thumb, and what opens the others. */
export function BottomList({ items, more, Link }: NavListProps & { readonly more?: ReactNode }): ReactElement {
  return (
    <ul className="grid h-(--tn-bottom-bar) auto-cols-fr grid-flow-col">
      {items.map((item) => (
        <li key={item.key} className="min-w-0">
          <Link
            href={item.href}
            aria-current={item.isCurrent ? 'page' : undefined}
            className={clsx(BOTTOM_ITEM, item.isCurrent ? 'font-medium text-ink' : 'text-ink-2')}
          >
            <span className="relative">
              {item.icon}
              {item.count !== undefined && item.count > 0 && <span className="absolute -top-0.5 -right-1 size-2 rounded-full bg-accent" />}
            </span>
            <span className="max-w-full truncate px-1">{item.phoneLabel ?? item.label}</span>
          </Link>
        </li>
      ))}
      {more !== undefined && <li className="min-w-0">{more}</li>}
    </ul>
  );
}
