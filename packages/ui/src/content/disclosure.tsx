import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { ChevronRightIcon } from '../icons/arrows.js';

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
  /** Each time it is opened: what costs to fetch is fetched then. */
  readonly onOpen?: () => void;
  readonly className?: string;
}

/** Opened on wish: how a figure was computed, what a request looks like. Works before any script has loaded. */
export function Disclosure({ summary, children, isOpen = false, onOpen, className }: DisclosureProps): ReactElement {
  return (
    <details open={isOpen} {...(onOpen && { onToggle: (event) => event.currentTarget.open && onOpen() })} className={clsx('group border-t border-line', className)}>
      <summary className="flex min-h-(--tn-control) list-none items-center gap-2 py-2 text-14 font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRightIcon size={16} className="text-ink-3 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pb-4 pl-6 text-14 text-ink-2">{children}</div>
    </details>
  );
}
