import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { PageRequest } from '@tenon/nest';
import type { TrailFilter } from '../application/trail-filter.js';
import { filterSql } from './filter-sql.js';

/** One line of a trail as people read it. */
export interface TrailRow {
  /** The entry's number. */
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly via: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly subjectId: string | null;
  readonly details: unknown;
  readonly hash: string;
}

/** A company's trail, as its own people read it. */
@Injectable()
export class TrailRepository {
  /** Newest first, one more than the page holds. */
  list(tx: TenantTx, page: PageRequest, filter: TrailFilter): Promise<TrailRow[]> {
    const { where, params } = filterSql(filter);
    const n = params.length;
    const before = page.after ? ` AND (at, seq) < ($${n + 2}::timestamptz, $${n + 3}::bigint)` : '';
    return tx.sql<TrailRow>(
      `SELECT seq::text AS id, at, action, actor_kind AS "actorKind", actor, via, address, user_agent AS "userAgent", subject_id AS "subjectId", details, encode(hash, 'hex') AS hash
       FROM audit_entry WHERE ${where}${before} ORDER BY at DESC, seq DESC LIMIT $${n + 1}`,
      [...params, page.limit + 1, ...(page.after ?? [])],
    );
  }
}
