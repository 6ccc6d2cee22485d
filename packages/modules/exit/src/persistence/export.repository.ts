import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { isUnderWay, type ExportState } from '@tenon/domain/exit';
import { isUuid, notFound, type TenantId } from '@tenon/kernel';

/** An export as it stands. */
export interface ExportRow {
  readonly id: string;
  readonly state: ExportState;
  readonly requestedAt: Date;
  /** Null once they have left. */
  readonly requestedBy: string | null;
  readonly filesTotal: number;
  readonly filesDone: number;
  readonly rowsDone: number;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly keyId: string | null;
}

/** The file of an export that is ready. */
export interface Bundle {
  readonly bytes: number;
  readonly sha256: string;
  readonly keyId: string;
}

const EXPORT = `e.id, e.state, e.requested_at AS "requestedAt", m.name AS "requestedBy", e.files_total AS "filesTotal", e.files_done AS "filesDone",
  e.rows_done::float8 AS "rowsDone", e.finished_at AS "finishedAt", e.expires_at AS "expiresAt", e.bundle_bytes::float8 AS bytes, e.bundle_sha256 AS sha256, e.key_id AS "keyId"
  FROM company_export e LEFT JOIN tenant_member m ON m.tenant_id = e.tenant_id AND m.user_id = e.requested_by WHERE e.tenant_id = $1`;

/** A company's exports. */
@Injectable()
export class ExportRepository {
  list(tx: TenantTx, limit: number): Promise<ExportRow[]> {
    return tx.sql<ExportRow>(`SELECT ${EXPORT} ORDER BY e.requested_at DESC, e.id LIMIT $2`, [tx.tenantId, limit]);
  }

  /** @throws AppError (not-found) EXPORT.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<ExportRow> {
    const rows = isUuid(id) ? await tx.sql<ExportRow>(`SELECT ${EXPORT} AND e.id = $2`, [tx.tenantId, id]) : [];
    if (!rows[0]) throw notFound('EXPORT.NOT_FOUND', 'There is no such export.');
    return rows[0];
  }

  /** False where another is under way. */
  async insert(tx: TenantTx, id: string, userId: string): Promise<boolean> {
    return (await tx.execute('INSERT INTO company_export (tenant_id, id, requested_by, requested_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [tx.tenantId, id, userId, tx.now])) > 0;
  }

  /** An export that is to be written, held until the transaction ends; undefined where it is written, given up or gone. */
  async findUnderWayForUpdate(tx: TenantTx, id: string): Promise<ExportRow | undefined> {
    await tx.sql('SELECT 1 FROM company_export WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    const [row] = await tx.sql<ExportRow>(`SELECT ${EXPORT} AND e.id = $2`, [tx.tenantId, id]);
    return row && isUnderWay(row.state) ? row : undefined;
  }

  async begin(tx: TenantTx, id: string, filesTotal: number): Promise<void> {
    await tx.execute(`UPDATE company_export SET state = 'running', started_at = $3, files_total = $4 WHERE tenant_id = $1 AND id = $2`, [tx.tenantId, id, tx.now, filesTotal]);
  }

  /** Counts what is written so far. */
  async countDone(tx: TenantTx, id: string): Promise<void> {
    await tx.execute(
      `UPDATE company_export e SET (files_done, rows_done) = (
         SELECT count(*), coalesce(sum(f.records), 0) FROM company_export_file f WHERE f.tenant_id = e.tenant_id AND f.export_id = e.id AND f.sha256 IS NOT NULL)
       WHERE e.tenant_id = $1 AND e.id = $2`,
      [tx.tenantId, id],
    );
  }

  /** Counts how many files it has. */
  async countTotal(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('UPDATE company_export e SET files_total = (SELECT count(*) FROM company_export_file f WHERE f.tenant_id = e.tenant_id AND f.export_id = e.id) WHERE e.tenant_id = $1 AND e.id = $2', [tx.tenantId, id]);
  }

  async markReady(tx: TenantTx, id: string, { bytes, sha256, keyId }: Bundle, expiresAt: Date): Promise<void> {
    await tx.execute(
      `UPDATE company_export SET state = 'ready', finished_at = $3, expires_at = $4, bundle_bytes = $5, bundle_sha256 = $6, key_id = $7 WHERE tenant_id = $1 AND id = $2`,
      [tx.tenantId, id, tx.now, expiresAt, bytes, sha256, keyId],
    );
  }

  async markFailed(tx: TenantTx, id: string, code: string): Promise<void> {
    await tx.execute(`UPDATE company_export SET state = 'failed', finished_at = $3, failure_code = $4 WHERE tenant_id = $1 AND id = $2 AND state IN ('waiting', 'running')`, [tx.tenantId, id, tx.now, code]);
  }

  /** Exports of all companies whose files have been kept long enough, and those that nobody goes on with since an instant. */
  listOver(tx: SystemTx, untouchedSince: Date): Promise<{ tenantId: TenantId; id: string }[]> {
    return tx.sql(`SELECT tenant_id AS "tenantId", id FROM company_export WHERE (state = 'ready' AND expires_at <= $1) OR (state IN ('waiting', 'running') AND requested_at < $2)`, [tx.now, untouchedSince]);
  }

  /** Notes that the file is gone, or that it never came to one. */
  async close(tx: SystemTx, { tenantId, id }: { tenantId: TenantId; id: string }): Promise<void> {
    await tx.execute(
      `UPDATE company_export SET state = CASE state WHEN 'ready' THEN 'expired' ELSE 'failed' END, failure_code = CASE state WHEN 'ready' THEN failure_code ELSE 'EXPORT.STALLED' END, finished_at = coalesce(finished_at, $3)
       WHERE tenant_id = $1 AND id = $2 AND state IN ('ready', 'waiting', 'running')`,
      [tenantId, id, tx.now],
    );
  }
}
