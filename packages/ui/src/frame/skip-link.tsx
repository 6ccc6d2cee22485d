import type { ReactElement } from 'react';

export interface SkipLinkProps {
  readonly label: string;
  readonly targetId?: string;
}

/** The first thing Tab reaches: past the rail, to what the page is about. */
export function SkipLink({ label, targetId = 'main' }: SkipLinkProps): ReactElement {
  return (
    <a
      href={`#${targetId}`}
      className="sr-only z-(--z-tooltip) rounded bg-ink px-3 py-2 text-14 text-on-ink focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
    >
      {label}
    </a>
  );
}
