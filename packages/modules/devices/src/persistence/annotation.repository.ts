import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';

/** A note of a machine as it is kept. */
export interface AnnotationRow {
  readonly id: string;
  readonly deviceId: string;
  readonly fromAt: Date;
  /** Null: an instant. */
  readonly toAt: Date | null;
  readonly text: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
}

const ROW = `SELECT id, device_id AS "deviceId", from_at AS "fromAt", to_at AS "toAt", text, author_id AS "authorId", author_name AS "authorName",
  created_at AS "createdAt", edited_at AS "editedAt" FROM annotation WHERE tenant_id = $1`;

/** What people noted of the machines of the transaction's company. */
@Injectable()
export class AnnotationRepository {
  /** Those that lie in a range, at least in part, newest first. */
  list(tx: TenantTx, deviceId: string, range: { readonly from: Date; readonly to: Date }, limit: number): Promise<AnnotationRow[]> {
    return tx.sql<AnnotationRow>(`${ROW} AND device_id = $2 AND from_at < $4 AND coalesce(to_at, from_at) >= $3 ORDER BY from_at DESC, id LIMIT $5`, [tx.tenantId, deviceId, range.from, range.to, limit]);
  }

  /** Held until the transaction ends. @throws AppError (not-found) ANNOTATION.NOT_FOUND, for another company's too */
  async getForUpdate(tx: TenantTx, id: string): Promise<AnnotationRow> {
    const [row] = isUuid(id) ? await tx.sql<AnnotationRow>(`${ROW} AND id = $2 FOR UPDATE`, [tx.tenantId, id]) : [];
    if (!row) throw notFound('ANNOTATION.NOT_FOUND', 'There is no such note.');
    return row;
  }

  async count(tx: TenantTx, deviceId: string): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM annotation WHERE tenant_id = $1 AND device_id = $2', [tx.tenantId, deviceId]);
    return row?.count ?? 0;
  }

  async insert(tx: TenantTx, { id, deviceId, fromAt, toAt, text, authorId, authorName, createdAt }: AnnotationRow): Promise<void> {
    await tx.execute(
      'INSERT INTO annotation (tenant_id, id, device_id, from_at, to_at, text, author_id, author_name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [tx.tenantId, id, deviceId, fromAt, toAt, text, authorId, authorName, createdAt],
    );
  }

  async save(tx: TenantTx, { id, fromAt, toAt, text, editedAt }: AnnotationRow): Promise<void> {
    await tx.execute('UPDATE annotation SET from_at = $3, to_at = $4, text = $5, edited_at = $6 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, fromAt, toAt, text, editedAt]);
  }

  async delete(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('DELETE FROM annotation WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }
}
