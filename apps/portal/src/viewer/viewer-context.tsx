'use client';

import type { TenantPermission } from '@tenon/contracts/permissions';
import type { FlagKey } from '@tenon/domain/flags';
import { createContext, useContext, type ReactNode } from 'react';
import type { Member } from './require-viewer';

const ViewerContext = createContext<Member | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Member; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** The signed-in person in their company. Only below the workspace's layout. */
export function useViewer(): Member {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is used outside the workspace.');
  return viewer;
}

/** Whether the person may do this here; in a suspended company only what reads. */
export function useMay(permission: TenantPermission): boolean {
  return useViewer().permissions.includes(permission);
}

/** Whether the platform has turned this on for the company. */
export function useHas(feature: FlagKey): boolean {
  return useViewer().features.includes(feature);
}

/** Whether somebody of the office looks at the company as its owners do: what is a person's own is not shown to them. Anywhere. */
export function useIsLooking(): boolean {
  return Boolean(useContext(ViewerContext)?.impersonation);
}
