import { otaPrefix, type OtaKind } from '@tenon/domain/ota';
import type pg from 'pg';
import type { DeviceRef } from './device-ref.js';

/** A package whose file a machine may have. */
export interface AssignedPackage {
  readonly tenantId: string;
  readonly packageId: string;
  readonly title: string;
  readonly version: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

const ASSIGNED = `
  SELECT p.tenant_id AS "tenantId", p.id AS "packageId", p.title, p.version, p.file_name AS "fileName", p.size_bytes::float8 AS "sizeBytes"
  FROM desired_attribute t JOIN desired_attribute v ON v.tenant_id = t.tenant_id AND v.device_id = t.device_id AND v.key = $5
  JOIN ota_package p ON p.tenant_id = t.tenant_id AND p.kind = $3 AND to_jsonb(p.title) = t.value AND to_jsonb(p.version) = v.value AND p.ready_at IS NOT NULL
  WHERE t.tenant_id = $1 AND t.device_id = $2 AND t.key = $4`;
const PIECE = 'SELECT bytes FROM ota_piece WHERE tenant_id = $1 AND package_id = $2 AND piece_no = $3';

/** Packages and their files, as the gateway hands them out: to a machine only what it is asked to run. */
export class OtaRepository {
  constructor(private readonly pool: pg.Pool) {}

  /** The package of a kind that a machine is asked to run; null where it is asked for none. */
  async assigned({ tenantId, deviceId }: DeviceRef, kind: OtaKind): Promise<AssignedPackage | null> {
    const prefix = otaPrefix(kind);
    const { rows } = await this.pool.query<AssignedPackage>({ name: 'tenon-ota-assigned', text: ASSIGNED, values: [tenantId, deviceId, kind, `${prefix}_title`, `${prefix}_version`] });
    return rows[0] ?? null;
  }

  /** A piece of its file; null where the package was deleted. */
  async piece({ tenantId, packageId }: Pick<AssignedPackage, 'tenantId' | 'packageId'>, pieceNo: number): Promise<Buffer | null> {
    const { rows } = await this.pool.query<{ bytes: Buffer }>({ name: 'tenon-ota-piece', text: PIECE, values: [tenantId, packageId, pieceNo] });
    return rows[0]?.bytes ?? null;
  }
}
