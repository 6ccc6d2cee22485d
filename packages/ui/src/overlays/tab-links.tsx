'use client';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { LinkComponent } from '../link-component.js';
import { TAB, TAB_LIST, TabCount } from './tab-look.js';

export interface TabLinksProps {
  readonly label: string;
  readonly items: readonly { readonly key: string; readonly label: ReactNode; readonly href: string; readonly isCurrent?: boolean; readonly count?: number }[];
  readonly linkComponent?: LinkComponent;
  readonly className?: string;
}

/** Brings the current tab into sight where there are more than the screen is wide. Only the row moves, never the page. */
function showCurrent(row: HTMLElement): void {
  const current = row.querySelector<HTMLElement>('[aria-current]');
  if (current) row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
}

/** Tabs that are pages: each has an address. */
export function TabLinks({ label, items, linkComponent: Link = 'a', className }: TabLinksProps): ReactElement {
  const row = useRef<HTMLElement>(null);
  const current = items.find((item) => item.isCurrent)?.key;
  useEffect(() => {
    if (row.current) showCurrent(row.current);
  }, [current]);
  return (
    <nav ref={row} aria-label={label} className={clsx(TAB_LIST, className)}>
      {items.map((item) => (
        <Link key={item.key} href={item.href} aria-current={item.isCurrent ? 'page' : undefined} className={TAB}>
          {item.label}
          <TabCount count={item.count} />
        </Link>
      ))}
    </nav>
  );
}
