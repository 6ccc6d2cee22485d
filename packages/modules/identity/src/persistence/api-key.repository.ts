import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';

/** An API key as its company sees it; its secret is kept nowhere. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly makerName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly useCount: number;
}

/** A key to be kept. */
export interface NewApiKey extends Pick<ApiKeyRow, 'name' | 'permissions' | 'expiresAt'> {
  readonly userId: string;
  readonly digest: Buffer;
}

const KEY = `SELECT k.id, k.name, k.permissions, m.name AS "makerName", k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt", k.use_count::float8 AS "useCount"
  FROM api_key k JOIN tenant_member m ON m.tenant_id = k.tenant_id AND m.user_id = k.user_id WHERE k.tenant_id = $1 AND k.revoked_at IS NULL`;

/** The keys of the transaction's company that were not revoked. */
@Injectable()
export class ApiKeyRepository {
  /** Newest first; those that expired, too. */
  list(tx: TenantTx): Promise<ApiKeyRow[]> {
    return tx.sql<ApiKeyRow>(`${KEY} ORDER BY k.created_at DESC, k.id`, [tx.tenantId]);
  }

  /** @throws AppError (not-found) API_KEY.NOT_FOUND, for another tenant's and for one that was revoked too */
  async get(tx: TenantTx, id: string): Promise<ApiKeyRow> {
    const [key] = isUuid(id) ? await tx.sql<ApiKeyRow>(`${KEY} AND k.id = $2`, [tx.tenantId, id]) : [];
    if (!key) throw notFound('API_KEY.NOT_FOUND', 'There is no such key.');
    return key;
  }

  async insert(tx: TenantTx, { userId, name, permissions, digest, expiresAt }: NewApiKey): Promise<ApiKeyRow> {
    const id = tx.newId();
    await tx.execute('INSERT INTO api_key (tenant_id, id, user_id, name, permissions, digest, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      tx.tenantId,
      id,
      userId,
      name,
      permissions,
      digest,
      tx.now,
      expiresAt,
    ]);
    return this.get(tx, id);
  }

  /** Whether it was there to be revoked: of two at once one does it. */
  async revoke(tx: TenantTx, id: string): Promise<boolean> {
    return (await tx.execute('UPDATE api_key SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL', [tx.tenantId, id, tx.now])) === 1;
  }
}
