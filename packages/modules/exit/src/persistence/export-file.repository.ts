import { Injectable } from '@nestjs/common';
import type { PaperLanguage, PaperRef } from '@tenon/billing';
import type { TenantTx } from '@tenon/db';

/** How a file of an export is written. */
export type FileKind = 'records' | 'papers' | 'trail' | 'telemetry';

/** An invoice or a credit note that a file holds as PDF. */
export interface PlannedPaper extends PaperRef {
  readonly language: PaperLanguage;
  /** ISO 8601: as of when it is written. */
  readonly asOf: string;
}

/** A file that an export will have. */
export interface PlannedFile {
  readonly path: string;
  readonly kind: FileKind;
  /** The metric whose points it holds. */
  readonly seriesId: number | null;
  readonly paper: PlannedPaper | null;
}

/** A file as it was written. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
}

/** A file of an export; what is not written yet has no digest. */
export interface ExportFile extends PlannedFile {
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly records: number | null;
}

/** The files of an export, and which of them are written. */
@Injectable()
export class ExportFileRepository {
  async insert(tx: TenantTx, exportId: string, files: readonly PlannedFile[]): Promise<void> {
    await tx.execute(
      `INSERT INTO company_export_file (tenant_id, export_id, path, kind, series_id, paper)
       SELECT $1, $2, path, kind, "seriesId", NULLIF(paper, 'null') FROM jsonb_to_recordset($3) AS f (path text, kind text, "seriesId" int, paper jsonb) ON CONFLICT DO NOTHING`,
      [tx.tenantId, exportId, JSON.stringify(files)],
    );
  }

  list(tx: TenantTx, exportId: string): Promise<ExportFile[]> {
    return tx.sql<ExportFile>(
      `SELECT path, kind, series_id AS "seriesId", paper, bytes::float8 AS bytes, sha256, records::float8 AS records FROM company_export_file WHERE tenant_id = $1 AND export_id = $2 ORDER BY path`,
      [tx.tenantId, exportId],
    );
  }

  /** Notes what was written, all of it or nothing. */
  async markWritten(tx: TenantTx, exportId: string, files: readonly WrittenFile[]): Promise<void> {
    await tx.execute(
      `UPDATE company_export_file o SET bytes = f.bytes, sha256 = f.sha256, records = f.records
       FROM jsonb_to_recordset($3) AS f (path text, bytes bigint, sha256 text, records bigint) WHERE o.tenant_id = $1 AND o.export_id = $2 AND o.path = f.path`,
      [tx.tenantId, exportId, JSON.stringify(files)],
    );
  }

  /** Forgets those of one kind. */
  async deleteKind(tx: TenantTx, exportId: string, kind: FileKind): Promise<void> {
    await tx.execute('DELETE FROM company_export_file WHERE tenant_id = $1 AND export_id = $2 AND kind = $3', [tx.tenantId, exportId, kind]);
  }

  async deleteAll(tx: TenantTx, exportId: string): Promise<void> {
    await tx.execute('DELETE FROM company_export_file WHERE tenant_id = $1 AND export_id = $2', [tx.tenantId, exportId]);
  }
}
