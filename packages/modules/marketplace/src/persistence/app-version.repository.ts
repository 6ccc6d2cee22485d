import { Injectable } from '@nestjs/common';
import type { AppManifest } from '@tenon/contracts/manifest';
import { isUniqueViolation, type SystemTx, type TenantTx } from '@tenon/db';
import { conflict, isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A version as its publisher and the reviewers see it. */
export interface VersionRow {
  readonly id: string;
  readonly appId: string;
  readonly slug: string;
  readonly version: string;
  readonly state: 'submitted' | 'listed' | 'rejected' | 'superseded';
  readonly manifest: unknown;
  readonly publisherName: string;
  readonly publisherTenantId: string | null;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  readonly note: string | null;
}

const VERSION = `SELECT v.id, v.app_id AS "appId", a.slug, v.version, v.state, v.manifest, a.publisher_name AS "publisherName",
    v.publisher_tenant_id AS "publisherTenantId", v.submitted_at AS "submittedAt", v.decided_at AS "decidedAt", v.note
  FROM app_version v JOIN app a ON a.id = v.app_id`;

/** Versions of apps, submitted, listed or sent back. */
@Injectable()
export class AppVersionRepository {
  /** @throws AppError (conflict) APP.VERSION_EXISTS */
  async insertSubmitted(tx: TenantTx, appId: string, manifest: AppManifest): Promise<string> {
    const id = tx.newId();
    try {
      await tx.sql(`INSERT INTO app_version (id, app_id, publisher_tenant_id, version, manifest, state) VALUES ($1, $2, $3, $4, $5, 'submitted')`, [
        id,
        appId,
        tx.tenantId,
        manifest.version,
        JSON.stringify(manifest),
      ]);
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('APP.VERSION_EXISTS', 'This version was submitted before. Raise the number.', { version: manifest.version });
      throw error;
    }
    return id;
  }

  /** @throws AppError (not-found) APP.VERSION_NOT_FOUND */
  async get(tx: TenantTx | SystemTx, id: string): Promise<VersionRow> {
    const rows = isUuid(id) ? await tx.sql<VersionRow>(`${VERSION} WHERE v.id = $1`, [id]) : [];
    if (!rows[0]) throw notFound('APP.VERSION_NOT_FOUND', 'There is no such version.');
    return rows[0];
  }

  /** The same, locked until the transaction ends. */
  async getForUpdate(tx: SystemTx, id: string): Promise<VersionRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM app_version WHERE id = $1 FOR UPDATE', [id]);
    return this.get(tx, id);
  }

  /** Those of these versions that there are. */
  listByIds(tx: TenantTx, ids: readonly string[]): Promise<VersionRow[]> {
    return tx.sql<VersionRow>(`${VERSION} WHERE v.id = ANY($1::uuid[])`, [ids]);
  }

  /** The company's own submissions, newest first. */
  listOwn(tx: TenantTx, page: PageRequest): Promise<VersionRow[]> {
    const [at, id] = page.after ?? [null, null];
    return tx.sql<VersionRow>(
      `${VERSION} WHERE v.publisher_tenant_id = $1 AND ($2::timestamptz IS NULL OR (v.submitted_at, v.id) < ($2::timestamptz, $3::uuid))
       ORDER BY v.submitted_at DESC, v.id DESC LIMIT $4`,
      [tx.tenantId, at, id, page.limit + 1],
    );
  }

  /** Every company's versions in one state, oldest first. */
  listByState(tx: SystemTx, page: PageRequest, state: string): Promise<VersionRow[]> {
    const [at, id] = page.after ?? [null, null];
    return tx.sql<VersionRow>(
      `${VERSION} WHERE v.publisher_tenant_id IS NOT NULL AND v.state = $1 AND ($2::timestamptz IS NULL OR (v.submitted_at, v.id) > ($2::timestamptz, $3::uuid))
       ORDER BY v.submitted_at, v.id LIMIT $4`,
      [state, at, id, page.limit + 1],
    );
  }

  /** Lists a version in place of the one listed before. */
  async list(tx: SystemTx, version: VersionRow, note: string | null): Promise<void> {
    await tx.execute(`UPDATE app_version SET state = 'superseded' WHERE app_id = $1 AND state = 'listed'`, [version.appId]);
    await tx.execute(`UPDATE app_version SET state = 'listed', decided_at = now(), note = $2 WHERE id = $1`, [version.id, note]);
    await tx.execute('UPDATE app SET listed_version_id = $2 WHERE id = $1', [version.appId, version.id]);
  }

  /** Sends a version back. */
  async reject(tx: SystemTx, id: string, note: string): Promise<void> {
    await tx.execute(`UPDATE app_version SET state = 'rejected', decided_at = now(), note = $2 WHERE id = $1`, [id, note]);
  }
}
