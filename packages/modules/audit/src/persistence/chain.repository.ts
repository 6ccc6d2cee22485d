import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import type { AuditEntry } from '@tenon/domain/audit';
import type { TrailFilter } from '../application/trail-filter.js';
import { filterSql } from './filter-sql.js';

/** Where a company's chain begins and ends. */
export interface ChainRow {
  readonly tenantId: string;
  readonly company: string;
  readonly seq: number;
  readonly hash: string;
  readonly droppedSeq: number;
  readonly droppedHash: string;
  readonly keepMonths: number;
}

/** Which entries: numbers after one and through another. */
export interface Stretch {
  readonly after: number;
  readonly through: number;
  readonly filter?: TrailFilter;
}

/** As the hash is made of it: instants in UTC with milliseconds, details as the database writes them. */
const ENTRY = `tenant_id AS "tenantId", e.seq::float8 AS seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, action,
  actor_kind AS "actorKind", actor_id AS "actorId", actor, via, via_id AS "viaId", address, user_agent AS "userAgent", subject_id AS "subjectId",
  details::text AS details, encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash`;

/** Chains of audit entries, as they are checked and handed out: from the oldest on. */
@Injectable()
export class ChainRepository {
  /** Ids of the companies that have a chain, in order; `after` is the last one of those before. */
  async list(tx: SystemTx, after: string, limit: number): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>('SELECT tenant_id AS id FROM audit_head WHERE tenant_id > $1 ORDER BY tenant_id LIMIT $2', [after, limit]);
    return rows.map(({ id }) => id);
  }

  /** One company's chain; none before anything was written of it. */
  async find(tx: SystemTx | TenantTx, tenantId: string): Promise<ChainRow | undefined> {
    const rows = await tx.sql<ChainRow>(
      `SELECT h.tenant_id AS "tenantId", t.name AS company, h.seq::float8 AS seq, encode(h.hash, 'hex') AS hash,
         h.dropped_seq::float8 AS "droppedSeq", encode(h.dropped_hash, 'hex') AS "droppedHash", t.audit_keep_months AS "keepMonths"
       FROM audit_head h JOIN tenant t ON t.id = h.tenant_id WHERE h.tenant_id = $1`,
      [tenantId],
    );
    return rows[0];
  }

  /** Entries of one company that a filter lets through, in order: after number `seq`, through number `through`. */
  entries(tx: SystemTx | TenantTx, tenantId: string, { after, through, filter = {} }: Stretch, limit: number): Promise<AuditEntry[]> {
    const { where, params } = filterSql(filter);
    const [company, first, last, most] = [1, 2, 3, 4].map((n) => `$${params.length + n}`);
    return tx.sql<AuditEntry>(
      `SELECT ${ENTRY} FROM audit_entry e WHERE tenant_id = ${company} AND e.seq > ${first} AND e.seq <= ${last} AND ${where} ORDER BY e.seq LIMIT ${most}`,
      [...params, tenantId, after, through, limit],
    );
  }

  /** Lets all that follows in this transaction see one state of the database. It must come first. */
  async holdStill(tx: SystemTx): Promise<void> {
    await tx.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  }
}
