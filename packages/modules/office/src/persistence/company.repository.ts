import { Injectable } from '@nestjs/common';
import type { AuditLine } from '@tenon/contracts/audit';
import type { SystemTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A company as the office sees it, with what it has. */
export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly suspendedReason: string | null;
  readonly suspendedAt: Date | null;
  readonly createdAt: Date;
  readonly memberCount: number;
  readonly deviceCount: number;
  readonly subscriptionCount: number;
  readonly lastSeenAt: Date | null;
  readonly ownerEmail: string | null;
  readonly planId: string;
}

/** Which companies a list is about. */
export interface CompanyFilter {
  readonly search: string;
  readonly state: string | null;
  /** The plan that holds today. */
  readonly plan: string | null;
  /** Only those whose credit code fails its own check and was not looked at. */
  readonly isCodeToReview: boolean;
}

/** The plan of a company `t`, by its own day: the newest that has begun, else the trial. */
const PLAN = `COALESCE((SELECT c.plan FROM plan_choice c WHERE c.tenant_id = t.id AND c.withdrawn_at IS NULL AND c.from_day <= (now() AT TIME ZONE t.time_zone)::date
    ORDER BY c.from_day DESC, c.chosen_at DESC LIMIT 1), 'trial')`;

// A read model over other modules' tables: counting is all it does there, and only through the exit.
const COMPANY = `SELECT t.id, t.name, t.state, t.suspended_reason AS "suspendedReason", t.suspended_at AS "suspendedAt", t.created_at AS "createdAt",
    (SELECT count(*)::int FROM tenant_member m WHERE m.tenant_id = t.id) AS "memberCount",
    (SELECT count(*)::int FROM device d WHERE d.tenant_id = t.id) AS "deviceCount",
    (SELECT count(*)::int FROM subscription s WHERE s.tenant_id = t.id AND s.state = 'active') AS "subscriptionCount",
    (SELECT max(p.last_seen_at) FROM device_presence p WHERE p.tenant_id = t.id) AS "lastSeenAt",
    (SELECT m.email FROM tenant_member m WHERE m.tenant_id = t.id AND m.role = 'owner' ORDER BY m.joined_at LIMIT 1) AS "ownerEmail",
    ${PLAN} AS "planId"
  FROM tenant t`;

const FILTER = `($1 = '' OR t.name ILIKE $2 OR EXISTS (SELECT 1 FROM tenant_member m WHERE m.tenant_id = t.id AND m.email ILIKE $2)) AND ($3::text IS NULL OR t.state = $3)
  AND (NOT $4 OR EXISTS (SELECT 1 FROM company_profile p WHERE p.tenant_id = t.id AND p.credit_code IS NOT NULL AND NOT p.credit_code_is_checked AND p.credit_code_confirmed_at IS NULL))
  AND ($5::text IS NULL OR ${PLAN} = $5)`;

function filterParams({ search, state, isCodeToReview, plan }: CompanyFilter): unknown[] {
  return [search, `%${search.replace(/[\\%_]/g, '\\$&')}%`, state, isCodeToReview, plan];
}

/** Companies across tenants. */
@Injectable()
export class CompanyRepository {
  /** @throws AppError (not-found) TENANT.NOT_FOUND */
  async get(tx: SystemTx, id: string): Promise<CompanyRow> {
    const rows = isUuid(id) ? await tx.sql<CompanyRow>(`${COMPANY} WHERE t.id = $1`, [id]) : [];
    if (!rows[0]) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
    return rows[0];
  }

  /** Newest first, one more than the page holds. */
  list(tx: SystemTx, page: PageRequest, filter: CompanyFilter): Promise<CompanyRow[]> {
    const [at, id] = page.after ?? [null, null];
    return tx.sql<CompanyRow>(
      `${COMPANY} WHERE ${FILTER} AND ($6::timestamptz IS NULL OR (t.created_at, t.id) < ($6::timestamptz, $7::uuid)) ORDER BY t.created_at DESC, t.id DESC LIMIT $8`,
      [...filterParams(filter), at, id, page.limit + 1],
    );
  }

  async count(tx: SystemTx, filter: CompanyFilter): Promise<number> {
    const rows = await tx.sql<{ count: number }>(`SELECT count(*)::int AS count FROM tenant t WHERE ${FILTER}`, filterParams(filter));
    return rows[0]?.count ?? 0;
  }

  /** A company's trail, newest first. */
  trail(tx: SystemTx, tenantId: string, page: PageRequest): Promise<AuditLine[]> {
    const [at, id] = page.after ?? [null, null];
    return tx.sql<AuditLine>(
      `SELECT seq::text AS id, at, action, actor_kind AS "actorKind", actor, via, address, user_agent AS "userAgent", subject_id AS "subjectId", details, encode(hash, 'hex') AS hash FROM audit_entry
       WHERE tenant_id = $1 AND ($2::timestamptz IS NULL OR (at, seq) < ($2::timestamptz, $3::bigint)) ORDER BY at DESC, seq DESC LIMIT $4`,
      [tenantId, at, id, page.limit + 1],
    );
  }
}
