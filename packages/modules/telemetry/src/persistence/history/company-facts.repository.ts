import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

/** A machine as a file may call it. */
export interface NamedMachine {
  readonly id: string;
  readonly name: string;
}

/** What a file is read by, of the company. */
@Injectable()
export class CompanyFactsRepository {
  machines(tx: TenantTx): Promise<NamedMachine[]> {
    return tx.sql<NamedMachine>('SELECT id, name FROM device WHERE tenant_id = $1', [tx.tenantId]);
  }

  async knowsMachine(tx: TenantTx, deviceId: string): Promise<boolean> {
    return (await tx.sql('SELECT 1 FROM device WHERE tenant_id = $1 AND id = $2', [tx.tenantId, deviceId])).length > 0;
  }

  async timeZone(tx: TenantTx): Promise<string> {
    const [row] = await tx.sql<{ timeZone: string }>('SELECT time_zone AS "timeZone" FROM tenant WHERE id = $1', [tx.tenantId]);
    return row?.timeZone ?? 'UTC';
  }
}
