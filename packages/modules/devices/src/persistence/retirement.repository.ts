import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

/** A machine, and since when it is out of use. */
export interface RetirableDevice {
  readonly id: string;
  readonly name: string;
  readonly retiredAt: Date | null;
  /** The gateway that speaks for it. */
  readonly parentId: string | null;
}

/** Which machines are out of use. */
@Injectable()
export class RetirementRepository {
  /** Those of these that there are, locked in the order of their ids until the transaction ends. */
  lock(tx: TenantTx, ids: readonly string[]): Promise<RetirableDevice[]> {
    return tx.sql<RetirableDevice>('SELECT id, name, retired_at AS "retiredAt", parent_id AS "parentId" FROM device WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [tx.tenantId, ids]);
  }

  async set(tx: TenantTx, ids: readonly string[], retiredAt: Date | null): Promise<void> {
    await tx.execute('UPDATE device SET retired_at = $3 WHERE tenant_id = $1 AND id = ANY ($2::uuid[])', [tx.tenantId, ids, retiredAt]);
  }
}
