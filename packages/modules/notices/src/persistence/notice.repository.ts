import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx, Transaction } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A notice as it was raised; the facts by their names. */
export interface RaisedNotice {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** A notice in somebody's inbox. */
export interface InboxRow extends RaisedNotice {
  readonly raisedAt: Date;
  readonly readAt: Date | null;
}

const ROW = `SELECT n.id, n.kind, n.subject_id AS "subjectId", n.facts, r.raised_at AS "raisedAt", r.read_at AS "readAt"
  FROM notice_receipt r JOIN notice n ON n.tenant_id = r.tenant_id AND n.id = r.notice_id WHERE r.tenant_id = $1 AND r.user_id = $2`;

/** Notices of the transaction's company, and in whose inbox they are. */
@Injectable()
export class NoticeRepository {
  /** Keeps a notice once, however often it is raised. */
  async insert(tx: TenantTx, { id, kind, subjectId, facts }: RaisedNotice): Promise<void> {
    await tx.execute('INSERT INTO notice (tenant_id, id, kind, subject_id, facts, raised_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [tx.tenantId, id, kind, subjectId, JSON.stringify(facts), tx.now]);
  }

  /** Puts a notice into inboxes; where it is already it stays as it is, read or not. */
  async insertReceipts(tx: TenantTx, noticeId: string, userIds: readonly string[]): Promise<void> {
    await tx.execute(
      `INSERT INTO notice_receipt (tenant_id, user_id, notice_id, raised_at)
       SELECT n.tenant_id, told.id, n.id, n.raised_at FROM notice n, unnest($3::uuid[]) told (id) WHERE n.tenant_id = $1 AND n.id = $2 ON CONFLICT DO NOTHING`,
      [tx.tenantId, noticeId, userIds],
    );
  }

  /** Newest first, one more than the page holds. */
  list(tx: TenantTx, userId: string, page: PageRequest, isUnread: boolean): Promise<InboxRow[]> {
    const [at, id] = page.after ?? [null, null];
    return tx.sql<InboxRow>(
      `${ROW} AND ($3::timestamptz IS NULL OR (r.raised_at, r.notice_id) < ($3::timestamptz, $4::uuid)) ${isUnread ? 'AND r.read_at IS NULL' : ''}
       ORDER BY r.raised_at DESC, r.notice_id DESC LIMIT $5`,
      [tx.tenantId, userId, at, id, page.limit + 1],
    );
  }

  /** @throws AppError (not-found) NOTICE.NOT_FOUND, for one of another person or company too */
  async get(tx: TenantTx, userId: string, id: string): Promise<InboxRow> {
    const rows = isUuid(id) ? await tx.sql<InboxRow>(`${ROW} AND r.notice_id = $3`, [tx.tenantId, userId, id]) : [];
    if (!rows[0]) throw notFound('NOTICE.NOT_FOUND', 'There is no such notice in this inbox.');
    return rows[0];
  }

  /** What a notice says, whoever has it. */
  async find(tx: Transaction, tenantId: string, id: string): Promise<RaisedNotice | undefined> {
    return (await tx.sql<RaisedNotice>('SELECT id, kind, subject_id AS "subjectId", facts FROM notice WHERE tenant_id = $1 AND id = $2', [tenantId, id]))[0];
  }

  /** Those up to an instant; one or all. */
  async markRead(tx: TenantTx, userId: string, id: string | null): Promise<void> {
    await tx.execute('UPDATE notice_receipt SET read_at = $3 WHERE tenant_id = $1 AND user_id = $2 AND read_at IS NULL AND ($4::uuid IS NULL OR notice_id = $4::uuid)', [tx.tenantId, userId, tx.now, id]);
  }

  async countUnread(tx: TenantTx, userId: string): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM notice_receipt WHERE tenant_id = $1 AND user_id = $2 AND read_at IS NULL', [tx.tenantId, userId]);
    return row?.count ?? 0;
  }

  /** Drops what is older, of all companies; gives how many. */
  deleteBefore(tx: SystemTx, before: Date): Promise<number> {
    return tx.execute('DELETE FROM notice WHERE raised_at < $1', [before]);
  }
}
