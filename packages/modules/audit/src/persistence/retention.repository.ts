import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { notFound } from '@tenon/kernel';

/** For how long trails are kept, and what is past that. */
@Injectable()
export class RetentionRepository {
  /** The company's months, locked until the transaction ends. */
  async monthsForUpdate(tx: TenantTx): Promise<number> {
    const [row] = await tx.sql<{ months: number }>('SELECT audit_keep_months AS months FROM tenant WHERE id = $1 FOR UPDATE', [tx.tenantId]);
    if (!row) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
    return row.months;
  }

  async keep(tx: TenantTx, months: number): Promise<void> {
    await tx.execute('UPDATE tenant SET audit_keep_months = $2 WHERE id = $1', [tx.tenantId, months]);
  }

  /** Ids of the companies whose oldest entry may be past its time. */
  async due(tx: SystemTx): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>(
      `SELECT t.id FROM tenant t WHERE EXISTS (
         SELECT 1 FROM audit_entry e WHERE e.tenant_id = t.id AND e.at < (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => t.audit_keep_months)) AT TIME ZONE 'UTC')`,
    );
    return rows.map(({ id }) => id);
  }

  /** Drops what is past its time of one company's trail, and gives how many entries that were. */
  async drop(tx: SystemTx, tenantId: string): Promise<number> {
    const [row] = await tx.sql<{ dropped: number }>('SELECT tenon_audit_drop($1)::float8 AS dropped', [tenantId]);
    return row?.dropped ?? 0;
  }
}
