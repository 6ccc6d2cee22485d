import type { Principal } from '@tenon/nest';
import type { Tenant } from '../persistence/tenant.repository.js';

/** A company in the words of the schema. */
export function showTenant(tenant: Tenant) {
  return { ...tenant, state: tenant.state.toUpperCase(), createdAt: tenant.createdAt.toISOString() };
}

/** A signed-in person in the words of the schema; `actor` is for the resolver of their company. */
export function showViewer(principal: Principal) {
  const permissions = [...(principal.user?.permissions ?? []), ...(principal.staff?.permissions ?? [])];
  return {
    id: principal.userId,
    name: principal.name,
    email: principal.email,
    staffRole: principal.staffRole?.toUpperCase() ?? null,
    permissions,
    actor: principal.user,
  };
}
