import type { TenantPermission } from '@tenon/contracts/permissions';

/** A page that has no name of its own in the rail. */
interface WorkspacePage {
  readonly key: 'profile' | 'plan' | 'invoices' | 'standing' | 'people' | 'roles' | 'audit' | 'notices' | 'security' | 'exit' | 'access' | 'inbox' | 'companies' | 'importMachines' | 'importHistory' | 'completeness' | 'deviceTypes' | 'newDeviceType' | 'authorities' | 'provisioning' | 'claim' | 'tags' | 'packages' | 'campaigns';
  readonly href: string;
  /** Without it the page has nothing to show. */
  readonly needs?: TenantPermission;
}

/** The pages of the workspace below and beside those of the rail. */
export const WORKSPACE_PAGES: readonly WorkspacePage[] = [
  { key: 'profile', href: '/settings/profile' },
  { key: 'plan', href: '/settings/plan', needs: 'billing:read' },
  { key: 'invoices', href: '/settings/invoices', needs: 'billing:read' },
  { key: 'standing', href: '/settings/standing' },
  { key: 'people', href: '/settings/people' },
  { key: 'roles', href: '/settings/roles' },
  { key: 'audit', href: '/settings/audit', needs: 'audit:read' },
  { key: 'notices', href: '/settings/notices' },
  { key: 'security', href: '/settings/security' },
  { key: 'exit', href: '/settings/exit', needs: 'tenant:export' },
  { key: 'access', href: '/settings/people/me' },
  { key: 'inbox', href: '/notices' },
  { key: 'companies', href: '/companies' },
  { key: 'importMachines', href: '/machines/import', needs: 'device:create' },
  { key: 'completeness', href: '/machines/completeness', needs: 'telemetry:read' },
  { key: 'importHistory', href: '/machines/history', needs: 'telemetry:read' },
  { key: 'deviceTypes', href: '/machines/types', needs: 'device-type:read' },
  { key: 'authorities', href: '/machines/authorities', needs: 'device:read' },
  { key: 'campaigns', href: '/machines/campaigns', needs: 'device:read' },
  { key: 'packages', href: '/machines/packages', needs: 'device:read' },
  { key: 'provisioning', href: '/machines/provisioning', needs: 'device:credentials' },
  { key: 'claim', href: '/machines/claim', needs: 'device:claim' },
  { key: 'tags', href: '/machines/tags', needs: 'device:read' },
  { key: 'newDeviceType', href: '/machines/types/new', needs: 'device-type:manage' },
];
