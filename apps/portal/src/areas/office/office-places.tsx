import type { StaffPermission } from '@tenon/contracts/permissions';
import { BellIcon, ChartIcon, CheckIcon, ClockIcon, DocIcon, FactoryIcon, GearIcon, MailIcon, ReceiptIcon, ShieldIcon, UsersIcon } from '@tenon/ui';
import type { ReactNode } from 'react';
import { isWithin } from '../../frame/paths';

export interface OfficePlace {
  readonly key: 'companies' | 'billing' | 'reviews' | 'mail' | 'work' | 'health' | 'backups' | 'erasures' | 'announcements' | 'flags' | 'signUps';
  readonly href: string;
  readonly icon: ReactNode;
  readonly permission: StaffPermission;
  isHere(pathname: string): boolean;
}

/** The office's places in the order of the rail. */
export const OFFICE_PLACES: readonly OfficePlace[] = [
  { key: 'companies', href: '/admin', icon: <FactoryIcon />, permission: 'company:read', isHere: (path) => path === '/admin' || isWithin(path, '/admin/companies') },
  { key: 'billing', href: '/admin/billing', icon: <ReceiptIcon />, permission: 'payment:manage', isHere: (path) => isWithin(path, '/admin/billing') },
  { key: 'reviews', href: '/admin/reviews', icon: <CheckIcon />, permission: 'app-version:review', isHere: (path) => isWithin(path, '/admin/reviews') },
  { key: 'signUps', href: '/admin/sign-ups', icon: <UsersIcon />, permission: 'company:review', isHere: (path) => isWithin(path, '/admin/sign-ups') },
  { key: 'mail', href: '/admin/mail', icon: <MailIcon />, permission: 'mail:read', isHere: (path) => isWithin(path, '/admin/mail') },
  { key: 'work', href: '/admin/work', icon: <ChartIcon />, permission: 'job:read', isHere: (path) => isWithin(path, '/admin/work') },
  { key: 'health', href: '/admin/health', icon: <ClockIcon />, permission: 'platform:read', isHere: (path) => isWithin(path, '/admin/health') },
  { key: 'backups', href: '/admin/backups', icon: <ShieldIcon />, permission: 'platform:read', isHere: (path) => isWithin(path, '/admin/backups') },
  { key: 'erasures', href: '/admin/erasures', icon: <DocIcon />, permission: 'erasure:read', isHere: (path) => isWithin(path, '/admin/erasures') },
  { key: 'announcements', href: '/admin/announcements', icon: <BellIcon />, permission: 'announcement:manage', isHere: (path) => isWithin(path, '/admin/announcements') },
  { key: 'flags', href: '/admin/flags', icon: <GearIcon />, permission: 'flag:read', isHere: (path) => isWithin(path, '/admin/flags') },
];
