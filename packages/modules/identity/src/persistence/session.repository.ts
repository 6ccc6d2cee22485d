import type pg from 'pg';
import { SESSION_CHANNEL, type SessionMessage } from '@tenon/contracts/wire';
import type { StaffRole, TenantRole } from '@tenon/domain/identity';

/** A person with a living session, and every place they have. */
export interface SessionRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly pendingCompanyName: string | null;
  readonly expiresAt: Date;
  readonly updatedAt: Date;
  readonly tenantId: string | null;
  readonly tenantState: 'active' | 'suspended' | null;
  readonly role: TenantRole | null;
  readonly staffRole: StaffRole | null;
}

/** One prepared statement a request: the session by its token, the person, their oldest company, their office. */
const WHO = {
  name: 'who-is-asking',
  text: `SELECT u.id, u.email, u.name, u."pendingCompanyName", s."expiresAt", s."updatedAt",
      m.tenant_id AS "tenantId", t.state AS "tenantState", m.role, p.role AS "staffRole"
    FROM auth.session s JOIN auth."user" u ON u.id = s."userId"
    LEFT JOIN LATERAL (SELECT tenant_id, role FROM public.tenant_member WHERE user_id = u.id ORDER BY joined_at LIMIT 1) m ON true
    LEFT JOIN public.tenant t ON t.id = m.tenant_id
    LEFT JOIN public.platform_staff p ON p.user_id = u.id
    WHERE s.token = $1 AND s."expiresAt" > now()`,
};

/** Whose session this token is, if it is one that has not expired. @param pool connections of the role tenon_auth */
export async function findSession(pool: pg.Pool, token: string): Promise<SessionRow | undefined> {
  const { rows } = await pool.query<SessionRow>({ ...WHO, values: [token] });
  return rows[0];
}

/** Tells every api that a session of this person has ended. */
export async function tellSessionEnded(pool: pg.Pool, userId: string): Promise<void> {
  const message: SessionMessage = { userId };
  await pool.query('SELECT pg_notify($1, $2)', [SESSION_CHANNEL, JSON.stringify(message)]);
}
