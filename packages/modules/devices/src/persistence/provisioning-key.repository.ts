import { Injectable } from '@nestjs/common';
import type { Prisma, TenantTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';

const OMITTED = { secretDigest: true } satisfies Prisma.ProvisioningKeyOmit;

/** A key as it is shown: never its secret, nor the digest of that. */
export type ProvisioningKeyRow = Omit<Prisma.ProvisioningKeyGetPayload<{ omit: typeof OMITTED }>, 'tenantId'>;

/** What is written when a key is made. */
export type NewProvisioningKey = Pick<ProvisioningKeyRow, 'name' | 'key' | 'secretPrefix' | 'makesNew' | 'makesGateways' | 'typeId' | 'mostUses' | 'expiresAt'> & { readonly secretDigest: Uint8Array<ArrayBuffer> };

/** Keys of the transaction's company by which machines let themselves in. */
@Injectable()
export class ProvisioningKeyRepository {
  /** The newest first. */
  list(tx: TenantTx, limit: number): Promise<ProvisioningKeyRow[]> {
    return tx.prisma.provisioningKey.findMany({ where: { tenantId: tx.tenantId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit, omit: OMITTED });
  }

  countWorking(tx: TenantTx): Promise<number> {
    return tx.prisma.provisioningKey.count({ where: { tenantId: tx.tenantId, revokedAt: null } });
  }

  /** @throws AppError (not-found) PROVISIONING_KEY.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<ProvisioningKeyRow> {
    const key = isUuid(id) ? await tx.prisma.provisioningKey.findUnique({ where: { tenantId_id: { tenantId: tx.tenantId, id } }, omit: OMITTED }) : null;
    if (!key) throw notFound('PROVISIONING_KEY.NOT_FOUND', 'There is no such key.');
    return key;
  }

  /** The same, locked until the transaction ends: of two that come by it at once, the second sees the use of the first. */
  async getForUpdate(tx: TenantTx, id: string): Promise<ProvisioningKeyRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM provisioning_key WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  async insert(tx: TenantTx, key: NewProvisioningKey): Promise<ProvisioningKeyRow> {
    const id = tx.newId();
    await tx.prisma.provisioningKey.create({ data: { tenantId: tx.tenantId, id, ...key } });
    return this.get(tx, id);
  }

  async setSecret(tx: TenantTx, id: string, secret: Pick<NewProvisioningKey, 'secretDigest' | 'secretPrefix'>): Promise<void> {
    await tx.prisma.provisioningKey.update({ where: { tenantId_id: { tenantId: tx.tenantId, id } }, data: secret });
  }

  async revoke(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('UPDATE provisioning_key SET revoked_at = now() WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }

  /** A machine came by it. */
  async use(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('UPDATE provisioning_key SET used_count = used_count + 1, last_used_at = now() WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }

  async noteRefusal(tx: TenantTx, id: string, { code, name }: { readonly code: string; readonly name: string | null }): Promise<void> {
    await tx.execute('UPDATE provisioning_key SET refused_count = refused_count + 1, refused_at = now(), refused_code = $3, refused_name = $4 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, code, name]);
  }
}
