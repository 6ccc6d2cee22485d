import { Injectable } from '@nestjs/common';
import type { AuditLine } from '@tenon/contracts/audit';
import type { TenantTx } from '@tenon/db';
import type { PageRequest } from '@tenon/nest';
import type { TrailFilter } from '../application/trail-filter.js';
import { filterSql } from './filter-sql.js';

/** A company's trail, as its own people read it. */
@Injectable()
export class TrailRepository {
  /** Newest first, one more than the page holds. */
  list(tx: TenantTx, page: PageRequest, filter: TrailFilter): Promise<AuditLine[]> {
    const { where, params } = filterSql(filter);
    const n = params.length;
    const before = page.after ? ` AND (at, seq) < ($${n + 2}::timestamptz, $${n + 3}::bigint)` : '';
    return tx.sql<AuditLine>(
      `SELECT seq::text AS id, at, action, actor_kind AS "actorKind", actor, via, address, user_agent AS "userAgent", subject_id AS "subjectId", details, encode(hash, 'hex') AS hash
       FROM audit_entry WHERE ${where}${before} ORDER BY at DESC, seq DESC LIMIT $${n + 1}`,
      [...params, page.limit + 1, ...(page.after ?? [])],
    );
  }
}
