import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import type { LinkComponent } from '../link-component.js';

export interface BreadcrumbsProps {
  readonly label: string;
  /** From the widest place to this one; the last is where the reader is. */
  readonly items: readonly { readonly label: ReactNode; readonly href?: string }[];
  readonly linkComponent?: LinkComponent;
  readonly className?: string;
}

export function Breadcrumbs({ label, items, linkComponent: Link = 'a', className }: BreadcrumbsProps): ReactElement {
  const last = items.length - 1;
  return (
    <nav aria-label={label} className={clsx('min-w-0', className)}>
      <ol className="flex min-w-0 items-center text-14">
        {items.map((item, index) => (
          <li key={index} className={clsx('flex min-w-0 items-center', index < last && 'max-md:hidden', index === last - 1 && 'max-md:flex!')}>
            {item.href === undefined || index === last ? (
              <span aria-current={index === last ? 'page' : undefined} className={clsx('truncate', index === last ? 'font-medium' : 'text-ink-2')}>
                {item.label}
              </span>
            ) : (
              <Link href={item.href} className="truncate text-ink-2 no-underline max-md:-my-2.5 max-md:py-2.5 hover:text-ink hover:underline hover:underline-offset-3">
                {item.label}
              </Link>
            )}
            {index < last && <span aria-hidden className="mx-2 h-3.5 w-px flex-none rotate-[20deg] bg-edge" />}
          </li>
        ))}
      </ol>
    </nav>
  );
}
