import clsx from 'clsx';
import type { ReactElement } from 'react';

export type Realm = 'workspace' | 'office' | 'developer';

export interface RealmPlateProps {
  readonly realm: Realm;
  readonly name: string;
  readonly className?: string;
}

const LOOK: Record<Realm, string> = {
  workspace: 'border-l-2 border-edge pl-2 text-ink',
  office: 'rounded bg-ink px-2 py-0.5 text-on-ink',
  developer: 'rounded border border-dashed border-ink-2 px-2 py-0.5 font-mono text-ink',
};

/** Where one is, by its own name: a company's own plate is open, the office's is solid, the console's is drawn in dashes. */
export function RealmPlate({ realm, name, className }: RealmPlateProps): ReactElement {
  return <span className={clsx('block max-w-full truncate text-13 font-medium', LOOK[realm], className)}>{name}</span>;
}
