import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

/** The key pair by which a company signs packages. */
export interface OtaKeyRow {
  readonly id: string;
  /** PEM. */
  readonly publicKey: string;
  readonly privateSealed: string;
  readonly createdAt: Date;
}

/** A key that signs or signed, without what it signs with. */
export interface PublicOtaKey extends Pick<OtaKeyRow, 'id' | 'publicKey' | 'createdAt'> {
  /** Since when another one signs; null for the one that does. */
  readonly retiredAt: Date | null;
  /** How many packages that are there it signed. */
  readonly packageCount: number;
}

const ROW = 'SELECT id, public_key AS "publicKey", private_sealed AS "privateSealed", created_at AS "createdAt" FROM ota_key WHERE tenant_id = $1 AND retired_at IS NULL';

/** Keys of the transaction's company: at most one that signs, and those before it. */
@Injectable()
export class OtaKeyRepository {
  /** The one that signs. */
  async find(tx: TenantTx): Promise<OtaKeyRow | null> {
    const [row] = await tx.sql<OtaKeyRow>(ROW, [tx.tenantId]);
    return row ?? null;
  }

  /** The same, held until the transaction ends. */
  async findForUpdate(tx: TenantTx): Promise<OtaKeyRow | null> {
    const [row] = await tx.sql<OtaKeyRow>(`${ROW} FOR UPDATE`, [tx.tenantId]);
    return row ?? null;
  }

  /** All of them, the one that signs first. */
  list(tx: TenantTx): Promise<PublicOtaKey[]> {
    return tx.sql<PublicOtaKey>(
      `SELECT k.id, k.public_key AS "publicKey", k.created_at AS "createdAt", k.retired_at AS "retiredAt", (SELECT count(*)::int FROM ota_package p WHERE p.tenant_id = k.tenant_id AND p.key_id = k.id) AS "packageCount"
       FROM ota_key k WHERE k.tenant_id = $1 ORDER BY k.retired_at DESC NULLS FIRST, k.id`,
      [tx.tenantId],
    );
  }

  /** @returns whether it is the company's: of two that make one at once, one is */
  async insert(tx: TenantTx, { id, publicKey, privateSealed }: Omit<OtaKeyRow, 'createdAt'>): Promise<boolean> {
    return (await tx.execute('INSERT INTO ota_key (tenant_id, id, public_key, private_sealed, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [tx.tenantId, id, publicKey, privateSealed, tx.now])) > 0;
  }

  /** It signs nothing any more: what it signed with is forgotten, what it signed can still be checked. */
  async retire(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('UPDATE ota_key SET retired_at = $3, private_sealed = NULL WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, tx.now]);
  }
}
