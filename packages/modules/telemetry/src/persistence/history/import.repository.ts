import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import type { GuessedMapping, HistoryMapping, ImportState } from '@tenon/domain/history';
import { isUuid, notFound, type TenantId } from '@tenon/kernel';
import type { CursorPart, PageRequest } from '@tenon/nest';
import type { TableForm } from '@tenon/tables';

/** What was seen of a file before anybody said how it is to be read. */
export interface FileLook {
  readonly form: TableForm;
  /** Its first rows, with their numbers. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly guess: GuessedMapping;
}

/** An import as it stands. */
export interface ImportRow {
  readonly id: string;
  readonly createdAt: Date;
  /** The name of who began it; null once they have left. */
  readonly createdBy: string | null;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly state: ImportState;
  readonly isPaused: boolean;
  readonly failureCode: string | null;
  readonly look: FileLook | null;
  readonly columnsDigest: string | null;
  readonly mapping: HistoryMapping | null;
  readonly replaces: boolean;
  readonly rowsRead: number;
  readonly lastMs: number | null;
  readonly share: number;
  /** As it was kept: fields that came later are missing from an old one. */
  readonly report: object;
  readonly piecesTotal: number;
  readonly piecesDone: number;
  readonly added: number;
  readonly replaced: number;
  readonly kept: number;
  readonly refused: number;
  readonly phaseAt: Date | null;
  readonly touchedAt: Date;
  readonly finishedAt: Date | null;
  readonly undoableUntil: Date | null;
}

/** What is written of an import; each only where it is given. */
export type ImportChange = Partial<Omit<ImportRow, 'id' | 'createdAt' | 'createdBy' | 'fileName' | 'fileBytes'>>;

const COLUMNS: Readonly<Record<keyof ImportChange, string>> = {
  state: 'state', isPaused: 'is_paused', failureCode: 'failure_code', look: 'look', columnsDigest: 'columns_digest', mapping: 'mapping', replaces: 'replaces', rowsRead: 'rows_read', lastMs: 'last_ms', share: 'share', report: 'report',
  piecesTotal: 'pieces_total', piecesDone: 'pieces_done', added: 'added', replaced: 'replaced', kept: 'kept', refused: 'refused', phaseAt: 'phase_at', touchedAt: 'touched_at', finishedAt: 'finished_at', undoableUntil: 'undoable_until',
};
const JSON_COLUMNS: ReadonlySet<string> = new Set(['look', 'mapping', 'report']);

const IMPORT = `i.id, i.created_at AS "createdAt", m.name AS "createdBy", i.file_name AS "fileName", i.file_bytes::float8 AS "fileBytes", i.state, i.is_paused AS "isPaused", i.failure_code AS "failureCode",
  i.look, i.columns_digest AS "columnsDigest", i.mapping, i.replaces, i.rows_read::float8 AS "rowsRead", i.last_ms AS "lastMs", i.share, i.report, i.pieces_total AS "piecesTotal", i.pieces_done AS "piecesDone",
  i.added::float8 AS added, i.replaced::float8 AS replaced, i.kept::float8 AS kept, i.refused::float8 AS refused, i.phase_at AS "phaseAt", i.touched_at AS "touchedAt", i.finished_at AS "finishedAt", i.undoable_until AS "undoableUntil"
  FROM history_import i LEFT JOIN tenant_member m ON m.tenant_id = i.tenant_id AND m.user_id = i.created_by WHERE i.tenant_id = $1`;

/** The parts of an import's place in the list, in its order. */
export const IMPORT_KEY_PARTS: readonly CursorPart[] = ['instant', 'uuid'];
export const importKey = ({ createdAt, id }: Pick<ImportRow, 'createdAt' | 'id'>): readonly string[] => [createdAt.toISOString(), id];

/** A company's imports of history. */
@Injectable()
export class ImportRepository {
  /** Newest first; one more than asked for, where there is more. */
  list(tx: TenantTx, { limit, after }: PageRequest): Promise<ImportRow[]> {
    const [at = '9999-12-31T00:00:00.000Z', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = after ?? [];
    return tx.sql<ImportRow>(`SELECT ${IMPORT} AND (i.created_at, i.id) < ($2::timestamptz, $3::uuid) ORDER BY i.created_at DESC, i.id DESC LIMIT $4`, [tx.tenantId, at, id, limit + 1]);
  }

  /** @throws AppError (not-found) HISTORY.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<ImportRow> {
    const rows = isUuid(id) ? await tx.sql<ImportRow>(`SELECT ${IMPORT} AND i.id = $2`, [tx.tenantId, id]) : [];
    if (!rows[0]) throw notFound('HISTORY.NOT_FOUND', 'There is no such import.');
    return rows[0];
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async getForUpdate(tx: TenantTx, id: string): Promise<ImportRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM history_import WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  async insert(tx: TenantTx, { id, userId, fileName, fileBytes }: { readonly id: string; readonly userId: string; readonly fileName: string; readonly fileBytes: number }): Promise<void> {
    await tx.execute('INSERT INTO history_import (tenant_id, id, created_by, created_at, touched_at, file_name, file_bytes) VALUES ($1, $2, $3, $4, $4, $5, $6)', [tx.tenantId, id, userId, tx.now, fileName, fileBytes]);
  }

  /** How many imports are not over yet, and how long their files are together, in bytes. */
  async open(tx: TenantTx): Promise<{ count: number; bytes: number }> {
    const [row] = await tx.sql<{ count: number; bytes: number }>(`SELECT count(*)::int AS count, COALESCE(sum(file_bytes), 0)::float8 AS bytes FROM history_import WHERE tenant_id = $1 AND state IN ('sending', 'looking', 'mapping', 'checking', 'checked', 'running', 'undoing')`, [tx.tenantId]);
    return row ?? { count: 0, bytes: 0 };
  }

  /** How the last file with these columns was read. */
  async mappingOf(tx: TenantTx, columnsDigest: string): Promise<{ mapping: HistoryMapping; replaces: boolean } | undefined> {
    const rows = await tx.sql<{ mapping: HistoryMapping; replaces: boolean }>(
      'SELECT mapping, replaces FROM history_import WHERE tenant_id = $1 AND columns_digest = $2 AND mapping IS NOT NULL ORDER BY created_at DESC LIMIT 1',
      [tx.tenantId, columnsDigest],
    );
    return rows[0];
  }

  async change(tx: TenantTx, id: string, change: ImportChange): Promise<void> {
    const entries = Object.entries({ touchedAt: tx.now, ...change }) as [keyof ImportChange, unknown][];
    const sets = entries.map(([field], index) => `${COLUMNS[field]} = $${index + 3}${JSON_COLUMNS.has(field) ? '::jsonb' : ''}`);
    await tx.execute(`UPDATE history_import SET ${sets.join(', ')} WHERE tenant_id = $1 AND id = $2`, [tx.tenantId, id, ...entries.map(([field, value]) => (JSON_COLUMNS.has(field) && value !== null ? JSON.stringify(value) : value))]);
  }

  /** Imports of all companies that nobody went on with since an instant, and those that can no longer be taken back. */
  listOver(tx: SystemTx, untouchedSince: Date): Promise<{ tenantId: TenantId; id: string }[]> {
    return tx.sql(
      `SELECT tenant_id AS "tenantId", id FROM history_import
       WHERE (state IN ('sending', 'looking', 'mapping', 'checking', 'checked') AND touched_at < $2) OR (state IN ('done', 'failed', 'running') AND undoable_until < $1)`,
      [tx.now, untouchedSince],
    );
  }
}
