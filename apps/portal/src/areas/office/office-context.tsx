'use client';

import type { StaffPermission } from '@tenon/contracts/permissions';
import { DEFAULT_TIME_ZONE } from '@tenon/domain/energy';
import { createContext, useContext, type ReactNode } from 'react';
import type { Viewer } from '../../viewer/read-viewer';

const OfficeContext = createContext<Viewer | null>(null);

export function OfficeProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <OfficeContext value={viewer}>{children}</OfficeContext>;
}

/** The person of the platform office. Only below the office's layout. */
export function useOfficer(): Viewer {
  const viewer = useContext(OfficeContext);
  if (!viewer) throw new Error('useOfficer is used outside the platform office.');
  return viewer;
}

/** Whether the person's role allows this. */
export function useMayOffice(permission: StaffPermission): boolean {
  return useOfficer().permissions.includes(permission);
}

/** The office belongs to no site: times are those of the person's own company, else of China. */
export function useOfficeZone(): string {
  return useOfficer().tenant?.timeZone ?? DEFAULT_TIME_ZONE;
}
