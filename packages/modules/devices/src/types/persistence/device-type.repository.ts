import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { conflict, isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A type as it is listed: what it says stands in its versions. */
export interface DeviceTypeRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly libraryKey: string | null;
  readonly createdAt: Date;
  /** Of the published versions; null before the first. */
  readonly latestVersion: number | null;
  readonly hasDraft: boolean;
  /** Of the latest published version, or of the draft where there is none. */
  readonly metricCount: number;
  readonly machineCount: number;
}

/** What is written when a type is made. */
export type NewDeviceType = Pick<DeviceTypeRow, 'name' | 'description' | 'libraryKey'>;

const VERSIONS = 'FROM device_type_version v WHERE v.tenant_id = t.tenant_id AND v.type_id = t.id';
const SELECT = `SELECT t.id, t.name, t.description, t.library_key AS "libraryKey", t.created_at AS "createdAt",
    (SELECT max(v.version) ${VERSIONS} AND v.published_at IS NOT NULL) AS "latestVersion",
    EXISTS (SELECT 1 ${VERSIONS} AND v.published_at IS NULL) AS "hasDraft",
    coalesce((SELECT jsonb_array_length(v.model -> 'metrics') ${VERSIONS} ORDER BY v.published_at IS NULL, v.version DESC LIMIT 1), 0) AS "metricCount",
    (SELECT count(*)::int FROM device d WHERE d.tenant_id = t.tenant_id AND d.type_id = t.id) AS "machineCount"
  FROM device_type t WHERE t.tenant_id = $1`;

/** The device types of the transaction's company. */
@Injectable()
export class DeviceTypeRepository {
  /** @throws AppError (not-found) DEVICE_TYPE.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<DeviceTypeRow> {
    const [type] = isUuid(id) ? await this.listByIds(tx, [id]) : [];
    if (!type) throw notFound('DEVICE_TYPE.NOT_FOUND', 'There is no such device type.');
    return type;
  }

  /** The same, and nobody else changes it or its draft until the transaction ends. */
  async getForUpdate(tx: TenantTx, id: string): Promise<DeviceTypeRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM device_type WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  /** Those of these that there are. */
  listByIds(tx: TenantTx, ids: readonly string[]): Promise<DeviceTypeRow[]> {
    return tx.sql<DeviceTypeRow>(`${SELECT} AND t.id = ANY ($2::uuid[])`, [tx.tenantId, ids]);
  }

  /** Those of these names that there are. */
  findByNames(tx: TenantTx, names: readonly string[]): Promise<Pick<DeviceTypeRow, 'id' | 'name'>[]> {
    return tx.sql('SELECT id, name FROM device_type WHERE tenant_id = $1 AND name = ANY ($2)', [tx.tenantId, names]);
  }

  /** By name; one more than the page holds, where there is more. */
  list(tx: TenantTx, page: PageRequest, search: string): Promise<DeviceTypeRow[]> {
    const [name, id] = page.after ?? ['', '00000000-0000-0000-0000-000000000000'];
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    return tx.sql<DeviceTypeRow>(`${SELECT} AND t.name ILIKE $2 AND (t.name, t.id) > ($3::text, $4::uuid) ORDER BY t.name, t.id LIMIT $5`, [tx.tenantId, pattern, name, id, page.limit + 1]);
  }

  /** How many packages are for this type alone. */
  async packageCount(tx: TenantTx, id: string): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM ota_package WHERE tenant_id = $1 AND type_id = $2', [tx.tenantId, id]);
    return row?.count ?? 0;
  }

  async count(tx: TenantTx): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM device_type WHERE tenant_id = $1', [tx.tenantId]);
    return row?.count ?? 0;
  }

  /** @throws AppError (conflict) DEVICE_TYPE.NAME_TAKEN */
  async insert(tx: TenantTx, { name, description, libraryKey }: NewDeviceType): Promise<string> {
    const id = tx.newId();
    await this.named(name, () => tx.execute('INSERT INTO device_type (tenant_id, id, name, description, library_key, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [tx.tenantId, id, name, description, libraryKey, tx.now]));
    return id;
  }

  /** @throws AppError (conflict) DEVICE_TYPE.NAME_TAKEN */
  async describe(tx: TenantTx, id: string, { name, description }: Pick<DeviceTypeRow, 'name' | 'description'>): Promise<void> {
    await this.named(name, () => tx.execute('UPDATE device_type SET name = $3, description = $4 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, name, description]));
  }

  /** Its versions go with it. Machines that have it are for the caller to look at. */
  async delete(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('DELETE FROM device_type WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }

  private async named(name: string, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('DEVICE_TYPE.NAME_TAKEN', 'Another device type has this name.', { name });
      throw error;
    }
  }
}
