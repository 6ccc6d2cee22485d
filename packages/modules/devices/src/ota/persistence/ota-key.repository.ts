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

/** The key of the transaction's company, which has one or none. */
@Injectable()
export class OtaKeyRepository {
  async find(tx: TenantTx): Promise<OtaKeyRow | null> {
    const [row] = await tx.sql<OtaKeyRow>('SELECT id, public_key AS "publicKey", private_sealed AS "privateSealed", created_at AS "createdAt" FROM ota_key WHERE tenant_id = $1', [tx.tenantId]);
    return row ?? null;
  }

  /** @returns whether it is the company's: of two that make one at once, one is */
  async insert(tx: TenantTx, { id, publicKey, privateSealed }: Omit<OtaKeyRow, 'createdAt'>): Promise<boolean> {
    return (await tx.execute('INSERT INTO ota_key (tenant_id, id, public_key, private_sealed, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [tx.tenantId, id, publicKey, privateSealed, tx.now])) > 0;
  }
}
