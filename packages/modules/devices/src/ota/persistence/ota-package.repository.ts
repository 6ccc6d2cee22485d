import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { PIECE_BYTES, type OtaKind, type WantedPackage } from '@tenon/domain/ota';
import { conflict, isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A package as it is kept. */
export interface OtaPackageRow extends WantedPackage {
  readonly id: string;
  readonly typeId: string | null;
  readonly typeName: string | null;
  /** Hexadecimal; null until its file is all there, as the next three. */
  readonly sha256: string | null;
  /** In base64. */
  readonly signature: string | null;
  /** Of the key that signed it. */
  readonly keyId: string | null;
  readonly readyAt: Date | null;
  readonly createdAt: Date;
  readonly authorName: string;
  readonly receivedBytes: number;
  /** Machines that are asked to run it. */
  readonly machineCount: number;
  /** Campaigns that are or were of it. */
  readonly campaignCount: number;
}

/** What all packages take. */
export interface Footprint {
  readonly count: number;
  readonly bytes: number;
}

/** By which packages are chosen. */
export interface PackageFilter {
  readonly kind: OtaKind | null;
  /** Whether only those whose file is all there. */
  readonly isReady: boolean;
}

/** What the asked-for title and version of a machine name a package by. */
const ASKED = `(SELECT count(*)::int FROM desired_attribute t JOIN desired_attribute v ON v.tenant_id = t.tenant_id AND v.device_id = t.device_id AND v.key = CASE p.kind WHEN 'firmware' THEN 'fw_version' ELSE 'sf_version' END
  WHERE t.tenant_id = p.tenant_id AND t.key = CASE p.kind WHEN 'firmware' THEN 'fw_title' ELSE 'sf_title' END AND t.value = to_jsonb(p.title) AND v.value = to_jsonb(p.version))`;
const RECEIVED = `CASE WHEN p.ready_at IS NOT NULL THEN p.size_bytes ELSE least(p.size_bytes, (SELECT count(*) FROM ota_piece c WHERE c.tenant_id = p.tenant_id AND c.package_id = p.id) * ${PIECE_BYTES}) END::float8`;
const ROW = `SELECT p.id, p.kind, p.title, p.version, p.type_id AS "typeId", t.name AS "typeName", p.file_name AS "fileName", p.size_bytes::float8 AS "sizeBytes", encode(p.sha256, 'hex') AS sha256,
  replace(encode(p.signature, 'base64'), E'\\n', '') AS signature, p.key_id AS "keyId", p.ready_at AS "readyAt", p.created_at AS "createdAt", p.author_name AS "authorName", ${RECEIVED} AS "receivedBytes", ${ASKED} AS "machineCount",
  (SELECT count(*)::int FROM campaign c WHERE c.tenant_id = p.tenant_id AND c.package_id = p.id) AS "campaignCount"
  FROM ota_package p LEFT JOIN device_type t ON t.tenant_id = p.tenant_id AND t.id = p.type_id WHERE p.tenant_id = $1`;

/** Packages of the transaction's company, and the pieces of their files. */
@Injectable()
export class OtaPackageRepository {
  /** @throws AppError (not-found) OTA_PACKAGE.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<OtaPackageRow> {
    const [row] = isUuid(id) ? await tx.sql<OtaPackageRow>(`${ROW} AND p.id = $2`, [tx.tenantId, id]) : [];
    if (!row) throw notFound('OTA_PACKAGE.NOT_FOUND', 'There is no such package in the company.');
    return row;
  }

  /** The same, held until the transaction ends. */
  async getForUpdate(tx: TenantTx, id: string): Promise<OtaPackageRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM ota_package WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  /** The same, and it is not deleted until the transaction ends. */
  async getForShare(tx: TenantTx, id: string): Promise<OtaPackageRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM ota_package WHERE tenant_id = $1 AND id = $2 FOR KEY SHARE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  /** The newest first; one more than the page holds. */
  list(tx: TenantTx, { kind, isReady }: PackageFilter, { limit, after }: PageRequest): Promise<OtaPackageRow[]> {
    const [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = after ?? [];
    return tx.sql<OtaPackageRow>(
      `${ROW} AND ($2::text IS NULL OR p.kind = $2) AND (NOT $3 OR p.ready_at IS NOT NULL) AND (p.created_at, p.id) < ($4::timestamptz, $5::uuid) ORDER BY p.created_at DESC, p.id DESC LIMIT $6`,
      [tx.tenantId, kind, isReady, at, id, limit + 1],
    );
  }

  /** Lets nobody else add one until the transaction ends, so that two cannot both have the last place. */
  async lockRoom(tx: TenantTx): Promise<void> {
    await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.packages ' || $1, 0))`, [tx.tenantId]);
  }

  /** How many there are, and the bytes of all. */
  async footprint(tx: TenantTx): Promise<Footprint> {
    const [row] = await tx.sql<Footprint>('SELECT count(*)::int AS count, coalesce(sum(size_bytes), 0)::float8 AS bytes FROM ota_package WHERE tenant_id = $1', [tx.tenantId]);
    return row ?? { count: 0, bytes: 0 };
  }

  /** @throws AppError (conflict) OTA_PACKAGE.EXISTS */
  async insert(tx: TenantTx, one: WantedPackage & { readonly id: string; readonly typeId: string | null; readonly authorName: string }): Promise<void> {
    try {
      await tx.execute('INSERT INTO ota_package (tenant_id, id, kind, title, version, type_id, file_name, size_bytes, author_name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
        tx.tenantId, one.id, one.kind, one.title, one.version, one.typeId, one.fileName, one.sizeBytes, one.authorName, tx.now,
      ]);
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('OTA_PACKAGE.EXISTS', 'There is a package of this title and version.', { title: one.title, version: one.version });
      throw error;
    }
  }

  /** Keeps a piece; one that is there stays. */
  async putPiece(tx: TenantTx, packageId: string, pieceNo: number, bytes: Uint8Array): Promise<void> {
    await tx.execute('INSERT INTO ota_piece (tenant_id, package_id, piece_no, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [tx.tenantId, packageId, pieceNo, Buffer.from(bytes)]);
  }

  async piece(tx: TenantTx, packageId: string, pieceNo: number): Promise<Uint8Array | undefined> {
    return (await tx.sql<{ bytes: Uint8Array }>('SELECT bytes FROM ota_piece WHERE tenant_id = $1 AND package_id = $2 AND piece_no = $3', [tx.tenantId, packageId, pieceNo]))[0]?.bytes;
  }

  /** Its file is all there: from now on it can be given to machines, and nothing of it changes. */
  async seal(tx: TenantTx, id: string, { sha256, keyId, signature }: { readonly sha256: Uint8Array; readonly keyId: string; readonly signature: Uint8Array }): Promise<void> {
    await tx.execute('UPDATE ota_package SET sha256 = $3, key_id = $4, signature = $5, ready_at = $6 WHERE tenant_id = $1 AND id = $2 AND ready_at IS NULL', [tx.tenantId, id, Buffer.from(sha256), keyId, Buffer.from(signature), tx.now]);
  }

  async delete(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('DELETE FROM ota_package WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }

  /** Forgets those whose file stopped coming before then. */
  async deleteUnfinished(tx: TenantTx, before: Date): Promise<void> {
    await tx.execute('DELETE FROM ota_package WHERE tenant_id = $1 AND ready_at IS NULL AND created_at < $2', [tx.tenantId, before]);
  }
}
