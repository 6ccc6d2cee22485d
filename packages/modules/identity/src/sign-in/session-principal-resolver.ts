import { Inject, Injectable } from '@nestjs/common';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { SystemDb, type SystemTx } from '@tenon/db';
import { STAFF_ROLE_PERMISSIONS, tenantPermissions, type StaffActor, type UserActor } from '@tenon/domain/identity';
import { tenantId, unavailable, userId } from '@tenon/kernel';
import { PrincipalResolver, type CallerHeaders, type Principal } from '@tenon/nest';
import { EnsureCompany } from '../application/ensure-company.js';
import { findMembership, findStaffRole, type Membership } from '../persistence/membership.repository.js';
import type { Auth } from './auth.js';
import { AUTH } from './tokens.js';

interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly pendingCompanyName?: string | null | undefined;
}

/** Knows a caller by the session cookie. */
@Injectable()
export class SessionPrincipalResolver extends PrincipalResolver {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly db: SystemDb,
    private readonly ensureCompany: EnsureCompany,
  ) {
    super();
  }

  async resolve({ cookie }: CallerHeaders): Promise<Principal | null> {
    if (!cookie) return null;
    const person = await this.personOf(cookie);
    if (!person) return null;
    const { membership, staffRole } = await this.db.run('sign-in: who is this?', (tx) => placesOf(tx, person.id));
    if (!membership && !staffRole && person.pendingCompanyName) {
      await this.ensureCompany.execute({ ...person, pendingCompanyName: person.pendingCompanyName });
      return this.resolve({ cookie });
    }
    return toPrincipal(person, membership, staffRole);
  }

  private async personOf(cookie: string): Promise<Person | null> {
    try {
      const session = await this.auth.api.getSession({ headers: new Headers({ cookie }) });
      return session?.user ?? null;
    } catch {
      // better-auth wraps the driver's error; a malformed cookie gives null, so what throws is the database.
      throw unavailable('DB.UNAVAILABLE', 'The database cannot be reached just now.');
    }
  }
}

type StaffRole = keyof typeof STAFF_ROLE_PERMISSIONS;

async function placesOf(tx: SystemTx, id: string): Promise<{ membership: Membership | undefined; staffRole: StaffRole | undefined }> {
  return { membership: await findMembership(tx, id), staffRole: await findStaffRole(tx, id) };
}

function toPrincipal(person: Person, membership: Membership | undefined, role: StaffRole | undefined): Principal {
  const who = { userId: userId(person.id), email: person.email, name: person.name };
  const user: UserActor | null = membership
    ? { kind: 'user', ...who, tenantId: tenantId(membership.tenantId), permissions: tenantPermissions(membership.role, membership.tenantState, TENANT_PERMISSIONS) }
    : null;
  const staff: StaffActor | null = role ? { kind: 'staff', ...who, permissions: new Set(STAFF_ROLE_PERMISSIONS[role]) } : null;
  return { ...who, user, staff, staffRole: role ?? null, isSuspended: membership?.tenantState === 'suspended' };
}
