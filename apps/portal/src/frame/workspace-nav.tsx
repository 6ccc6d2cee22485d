import { AppsIcon, FactoryIcon, HomeIcon, MachineIcon, StoreIcon } from '@tenon/ui';
import type { ReactNode } from 'react';

/** The workspace's places in the order of the rail. */
export const WORKSPACE_PLACES = [
  { key: 'home', href: '/home', icon: <HomeIcon /> },
  { key: 'machines', href: '/machines', icon: <MachineIcon /> },
  { key: 'apps', href: '/apps', icon: <AppsIcon /> },
  { key: 'store', href: '/store', icon: <StoreIcon /> },
  { key: 'settings', href: '/settings', icon: <FactoryIcon /> },
] as const satisfies readonly { key: string; href: string; icon: ReactNode }[];
