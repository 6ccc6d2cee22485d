import type { TenantRole } from '@tenon/domain/identity';
import type { LifeState, Suspension } from '@tenon/domain/life';
import type pg from 'pg';

/** A living key, with what its maker is in its company now. */
export interface PresentedKey {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly permissions: readonly string[];
  readonly tenantState: LifeState;
  readonly suspendedBecause: Suspension | null;
  readonly role: TenantRole | 'custom';
  readonly ownPermissions: readonly string[] | null;
  readonly lacksSecondFactor: boolean;
  readonly isEmailVerified: boolean;
}

/** One prepared statement a request. */
const WHOSE = {
  name: 'whose-key',
  text: `SELECT k.id, k.name, k.tenant_id AS "tenantId", k.user_id AS "userId", k.permissions, t.state AS "tenantState", t.suspended_because AS "suspendedBecause", m.role, r.permissions AS "ownPermissions",
      t.demands_second_factor AND NOT EXISTS (SELECT 1 FROM auth.second_factor f WHERE f.user_id = k.user_id AND f.confirmed_at IS NOT NULL) AS "lacksSecondFactor",
      u."emailVerified" AS "isEmailVerified"
    FROM public.api_key k JOIN public.tenant t ON t.id = k.tenant_id JOIN public.tenant_member m ON m.tenant_id = k.tenant_id AND m.user_id = k.user_id
    JOIN auth."user" u ON u.id = k.user_id
    LEFT JOIN public.tenant_role r ON r.tenant_id = m.tenant_id AND r.id = m.custom_role_id
    WHERE k.digest = $1 AND k.revoked_at IS NULL AND k.expires_at > now()`,
};

/** The key of this digest, if it is neither revoked nor expired. @param pool connections of the role tenon_auth, here and below */
export async function findPresentedKey(pool: pg.Pool, digest: Buffer): Promise<PresentedKey | undefined> {
  const { rows } = await pool.query<PresentedKey>({ ...WHOSE, values: [digest] });
  return rows[0];
}

/** So many uses of a key, the last of them then. */
export interface KeyUses {
  readonly id: string;
  readonly count: number;
  readonly lastUsedAt: Date;
}

/** Adds uses to what was counted before. */
export async function addKeyUses(pool: pg.Pool, uses: readonly KeyUses[]): Promise<void> {
  await pool.query(
    `UPDATE public.api_key k SET use_count = k.use_count + u.count, last_used_at = GREATEST(k.last_used_at, u.at)
     FROM unnest($1::uuid[], $2::bigint[], $3::timestamptz[]) AS u (id, count, at) WHERE k.id = u.id`,
    [uses.map(({ id }) => id), uses.map(({ count }) => count), uses.map(({ lastUsedAt }) => lastUsedAt)],
  );
}
