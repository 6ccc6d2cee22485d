import type { ReactElement, ReactNode } from 'react';

export function Kbd({ children }: { readonly children: ReactNode }): ReactElement {
  return <kbd className="inline-grid h-5 min-w-5 place-items-center rounded border border-line bg-sunken px-1 font-sans text-12 text-ink-2">{children}</kbd>;
}
