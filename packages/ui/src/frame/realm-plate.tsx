import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export type Realm = 'workspace' | 'office' | 'developer';

export interface RealmPlateProps {
  readonly realm: Realm;
  readonly name: string;
  /** What stands before the name. */
  readonly mark?: ReactNode;
  readonly className?: string;
}

const LOOK: Record<Realm, string> = {
  workspace: 'border-l-2 border-edge pl-2 text-ink',
  office: 'rounded bg-ink px-2 py-0.5 text-on-ink',
  developer: 'rounded border border-dashed border-ink-2 px-2 py-0.5 font-mono text-ink',
};

/** Where one is, by its own name: a company's own plate is open, the office's is solid, the console's is drawn in dashes. */
export function RealmPlate({ realm, name, mark, className }: RealmPlateProps): ReactElement {
  return (
    <span className={clsx('flex max-w-full items-center gap-2 text-13 font-medium', LOOK[realm], className)}>
      {mark}
      <span className="truncate">{name}</span>
    </span>
  );
}
