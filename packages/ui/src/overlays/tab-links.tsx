import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import type { LinkComponent } from '../link-component.js';
import { TAB, TAB_LIST, TabCount } from './tab-look.js';

export interface TabLinksProps {
  readonly label: string;
  readonly items: readonly { readonly key: string; readonly label: ReactNode; readonly href: string; readonly isCurrent?: boolean; readonly count?: number }[];
  readonly linkComponent?: LinkComponent;
  readonly className?: string;
}

/** Tabs that are pages: each has an address. */
export function TabLinks({ label, items, linkComponent: Link = 'a', className }: TabLinksProps): ReactElement {
  return (
    <nav aria-label={label} className={clsx(TAB_LIST, className)}>
      {items.map((item) => (
        <Link key={item.key} href={item.href} aria-current={item.isCurrent ? 'page' : undefined} className={TAB}>
          {item.label}
          <TabCount count={item.count} />
        </Link>
      ))}
    </nav>
  );
}
