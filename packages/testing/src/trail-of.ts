import type { AuditEntry } from '@tenon/domain/audit';
import type { TestDatabase } from './test-database.js';

/** A company's audit trail from the oldest on, as its hashes are made of it. */
export function trailOf(database: TestDatabase, company: string): Promise<AuditEntry[]> {
  return database.sql<{ [Name in keyof AuditEntry]: AuditEntry[Name] }>(
    `SELECT tenant_id AS "tenantId", seq::int, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, action, actor_kind AS "actorKind",
       actor_id AS "actorId", actor, via, via_id AS "viaId", address, user_agent AS "userAgent", subject_id AS "subjectId", details::text,
       encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash
     FROM audit_entry WHERE tenant_id = $1 ORDER BY seq`,
    [company],
  );
}
