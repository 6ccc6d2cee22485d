import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { TypeModel } from '@tenon/domain/device-types';
import type { PageRequest } from '@tenon/nest';

/** One version of a type. */
export interface VersionRow {
  readonly typeId: string;
  readonly version: number;
  readonly model: TypeModel;
  /** Of the version before; null for the first. */
  readonly former: TypeModel | null;
  readonly revision: number;
  readonly note: string;
  readonly changedAt: Date;
  /** Null while it is a draft. */
  readonly publishedAt: Date | null;
}

const COLUMNS = `v.type_id AS "typeId", v.version, v.model, f.model AS former, v.revision, v.note, v.changed_at AS "changedAt", v.published_at AS "publishedAt"`;
const FROM = `FROM device_type_version v
  LEFT JOIN device_type_version f ON f.tenant_id = v.tenant_id AND f.type_id = v.type_id AND f.version = v.version - 1
  WHERE v.tenant_id = $1`;

/** The versions of device types. What is published is not changed again: the database itself refuses it. */
@Injectable()
export class DeviceTypeVersionRepository {
  /** The latest published version of each of these types that has one. */
  published(tx: TenantTx, typeIds: readonly string[]): Promise<VersionRow[]> {
    return tx.sql<VersionRow>(`SELECT DISTINCT ON (v.type_id) ${COLUMNS} ${FROM} AND v.type_id = ANY ($2::uuid[]) AND v.published_at IS NOT NULL ORDER BY v.type_id, v.version DESC`, [tx.tenantId, typeIds]);
  }

  /** The draft of each of these types that has one. */
  drafts(tx: TenantTx, typeIds: readonly string[]): Promise<VersionRow[]> {
    return tx.sql<VersionRow>(`SELECT ${COLUMNS} ${FROM} AND v.type_id = ANY ($2::uuid[]) AND v.published_at IS NULL`, [tx.tenantId, typeIds]);
  }

  async find(tx: TenantTx, typeId: string, version: number): Promise<VersionRow | null> {
    const [row] = await tx.sql<VersionRow>(`SELECT ${COLUMNS} ${FROM} AND v.type_id = $2 AND v.version = $3`, [tx.tenantId, typeId, version]);
    return row ?? null;
  }

  /** Published versions, newest first; one more than the page holds. */
  list(tx: TenantTx, typeId: string, page: PageRequest): Promise<VersionRow[]> {
    const before = page.after?.[0] ?? '2147483648';
    return tx.sql<VersionRow>(`SELECT ${COLUMNS} ${FROM} AND v.type_id = $2 AND v.published_at IS NOT NULL AND v.version < $3::bigint ORDER BY v.version DESC LIMIT $4`, [tx.tenantId, typeId, before, page.limit + 1]);
  }

  async insertDraft(tx: TenantTx, typeId: string, version: number, model: TypeModel): Promise<void> {
    await tx.execute('INSERT INTO device_type_version (tenant_id, type_id, version, model, changed_at) VALUES ($1, $2, $3, $4::jsonb, $5)', [tx.tenantId, typeId, version, JSON.stringify(model), tx.now]);
  }

  async saveDraft(tx: TenantTx, typeId: string, model: TypeModel): Promise<void> {
    await tx.execute('UPDATE device_type_version SET model = $3::jsonb, revision = revision + 1, changed_at = $4 WHERE tenant_id = $1 AND type_id = $2 AND published_at IS NULL', [tx.tenantId, typeId, JSON.stringify(model), tx.now]);
  }

  async publishDraft(tx: TenantTx, typeId: string, note: string): Promise<void> {
    await tx.execute('UPDATE device_type_version SET published_at = $3, note = $4 WHERE tenant_id = $1 AND type_id = $2 AND published_at IS NULL', [tx.tenantId, typeId, tx.now, note]);
  }

  async deleteDraft(tx: TenantTx, typeId: string): Promise<void> {
    await tx.execute('DELETE FROM device_type_version WHERE tenant_id = $1 AND type_id = $2 AND published_at IS NULL', [tx.tenantId, typeId]);
  }
}
