import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { explainAccess } from '@tenon/domain/identity';
import { permissionsLeft } from '@tenon/domain/life';
import type { Impersonation, Principal } from '@tenon/nest';
import type { OwnPlace } from '../application/own-companies.js';
import type { ImpersonationRow } from '../persistence/impersonation.repository.js';
import type { MemberRow } from '../persistence/member.repository.js';
import type { RoleRow } from '../persistence/role-row.js';
import type { Tenant } from '../persistence/tenant.repository.js';

const inCapitals = (word: string): string => word.replaceAll('-', '_').toUpperCase();

/** A company in the words of the schema. */
export function showTenant({ demandsSsoSince, ...tenant }: Tenant) {
  return { ...tenant, demandsSingleSignOn: demandsSsoSince !== null, state: inCapitals(tenant.state), createdAt: tenant.createdAt.toISOString() };
}

/** A signed-in person in the words of the schema; `actor` and `principal` are for the resolvers of their company and companies. Whoever lacks the company's single sign-on is told nothing of it by way of an actor. */
export function showViewer(principal: Principal) {
  const permissions = [...(principal.user?.permissions ?? []), ...(principal.staff?.permissions ?? [])];
  return {
    id: principal.userId,
    name: principal.name,
    email: principal.email,
    isEmailVerified: principal.isEmailVerified,
    staffRole: principal.staffRole?.toUpperCase() ?? null,
    permissions,
    actor: principal.lacksSingleSignOn ? null : principal.user,
    principal,
  };
}

/** A role in the words of the schema. */
export function showRole(role: RoleRow) {
  return { ...role, kind: role.name === null ? 'BUILT_IN' : 'CUSTOM' };
}

/** A person of the company in the words of the schema, with how they stand to every permission. */
export function showMember({ userId, name, email, joinedAt, role, place }: MemberRow) {
  const access = explainAccess(role.permissions, permissionsLeft(role.permissions, place), TENANT_PERMISSIONS);
  return { id: userId, name, email, joinedAt: joinedAt.toISOString(), role: showRole(role), access: access.map((each) => ({ ...each, reason: inCapitals(each.reason) })) };
}

/** A company that somebody belongs to, in the words of the schema. */
export function showPlace({ id, name, state, role, logoDigest, isClosed, isCurrent }: OwnPlace) {
  return { id, name, ...(isClosed ? { state: null, role: null, logoDigest: null } : { state: inCapitals(state), role: showRole(role), logoDigest }), isCurrent };
}

/** A look that lasts, in the words of the schema. */
export function showImpersonation({ tenantId, companyName, reason, mayWrite, beganAt, endsAt }: Impersonation) {
  return { companyId: tenantId, companyName, reason, mayWrite, beganAt: beganAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** A look at a company as the office keeps it, in the words of the schema. */
export function showLook({ id, staffEmail, reason, mayWrite, beganAt, endsAt, endedAt, endedBy, operations }: ImpersonationRow) {
  const counts = Object.entries(operations).map(([operation, count]) => ({ operation, count }));
  return { id, staffEmail, reason, mayWrite, beganAt: beganAt.toISOString(), endsAt: endsAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, endedBy: endedBy && inCapitals(endedBy), operations: counts };
}
