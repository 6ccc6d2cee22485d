import { AppsIcon, FactoryIcon, HomeIcon, MachineIcon, StoreIcon } from '@tenon/ui';
import type { ReactNode } from 'react';
import { isWithin } from './paths';

/** A place of the workspace. */
interface Place {
  readonly key: string;
  readonly href: string;
  readonly icon: ReactNode;
  /** Pages of it whose address is another, as it stands on paper: a label leads to `/claim`. */
  readonly also?: string;
}

/** Whether the page at this path is one of the place's. */
export function isOfPlace(pathname: string, { href, also }: Pick<Place, 'href' | 'also'>): boolean {
  return isWithin(pathname, href) || (also !== undefined && isWithin(pathname, also));
}

/** The workspace's places in the order of the rail. */
export const WORKSPACE_PLACES = [
  { key: 'home', href: '/home', icon: <HomeIcon /> },
  { key: 'machines', href: '/machines', icon: <MachineIcon />, also: '/claim' },
  { key: 'apps', href: '/apps', icon: <AppsIcon /> },
  { key: 'store', href: '/store', icon: <StoreIcon /> },
  { key: 'settings', href: '/settings', icon: <FactoryIcon /> },
] as const satisfies readonly Place[];
