import type pg from 'pg';
import type { Place } from '@tenon/domain/life';
import type { Impersonation } from '@tenon/nest';

/** A look that lasts, and where its company stands. */
export interface CurrentImpersonation extends Impersonation {
  readonly place: Place;
}

const CURRENT = {
  name: 'current-impersonation',
  text: `SELECT i.id, i.tenant_id AS "tenantId", t.name AS "companyName", i.reason, i.may_write AS "mayWrite", i.began_at AS "beganAt", i.ends_at AS "endsAt",
      json_build_object('state', t.state, 'because', t.suspended_because) AS place
    FROM public.impersonation i JOIN public.tenant t ON t.id = i.tenant_id WHERE i.staff_id = $1 AND i.session_id = $2 AND i.ended_at IS NULL AND i.ends_at > now()`,
};

/** What somebody of the office looks at in this session; asked of nobody else. @param pool connections of the role tenon_auth, here and below */
export async function findImpersonation(pool: pg.Pool, staffId: string, sessionId: string): Promise<CurrentImpersonation | undefined> {
  return (await pool.query<CurrentImpersonation>({ ...CURRENT, values: [staffId, sessionId] })).rows[0];
}

/** Counts one more of an operation; whether the look still lasts. */
export async function countOperation(pool: pg.Pool, { id, tenantId }: Pick<Impersonation, 'id' | 'tenantId'>, operation: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE public.impersonation SET operations = operations || jsonb_build_object($3::text, COALESCE((operations->>$3)::int, 0) + 1)
     WHERE tenant_id = $1 AND id = $2 AND ended_at IS NULL AND ends_at > now()`,
    [tenantId, id, operation],
  );
  return rowCount === 1;
}
