import type { ReactElement } from 'react';

export const TAB_LIST = 'flex gap-3 overflow-x-auto overflow-y-hidden border-b border-line [scrollbar-width:none]';

/** The current tab stands on a 2 px rule of the accent: the place where you are. */
export const TAB =
  'relative inline-flex min-h-(--tn-control) flex-none items-center gap-1.5 border-b-2 border-transparent px-1.5 text-14 text-ink-2 no-underline whitespace-nowrap hover:text-ink ' +
  'focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink';

export function TabCount({ count }: { readonly count: number | undefined }): ReactElement | null {
  return count === undefined ? null : <span className="tn-num text-12 text-ink-3">{count}</span>;
}
