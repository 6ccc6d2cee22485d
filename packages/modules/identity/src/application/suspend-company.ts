import { Injectable } from '@nestjs/common';
import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import { SystemDb, type SystemTx } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, invalid, notFound, type TenantId } from '@tenon/kernel';

/**
 * The office suspends a company: its people may only read, its machines are refused. Suspending a suspended company
 * fails with TENANT.ALREADY_SUSPENDED, so that one reason does not silently replace another.
 */
@Injectable()
export class SuspendCompany {
  constructor(private readonly db: SystemDb) {}

  async execute(staff: StaffActor, input: { id: TenantId; reason: string }): Promise<void> {
    const reason = input.reason.trim();
    if (reason.length === 0 || reason.length > 500) throw invalid('TENANT.REASON_REQUIRED', 'Say why, in at most 500 characters.');
    await this.db.runAs(staff, 'office: suspend a company', async (tx) => {
      const state = await lockState(tx, input.id);
      if (state === 'suspended') throw conflict('TENANT.ALREADY_SUSPENDED', 'The company is suspended already.');
      await tx.execute(`UPDATE tenant SET state = 'suspended', suspended_reason = $2, suspended_at = now() WHERE id = $1`, [input.id, reason]);
      await tx.auditFor(input.id, staff, 'tenant.suspended', { reason });
      await tx.notify(DEVICE_CHANNEL, { kind: 'tenant-suspended', tenantId: input.id });
    });
  }
}

/** Ends a suspension. Resuming an active company fails with TENANT.NOT_SUSPENDED. */
@Injectable()
export class ResumeCompany {
  constructor(private readonly db: SystemDb) {}

  async execute(staff: StaffActor, id: TenantId): Promise<void> {
    await this.db.runAs(staff, 'office: resume a company', async (tx) => {
      const state = await lockState(tx, id);
      if (state !== 'suspended') throw conflict('TENANT.NOT_SUSPENDED', 'The company is not suspended.');
      await tx.execute(`UPDATE tenant SET state = 'active', suspended_reason = NULL, suspended_at = NULL WHERE id = $1`, [id]);
      await tx.auditFor(id, staff, 'tenant.resumed');
      await tx.notify(DEVICE_CHANNEL, { kind: 'tenant-resumed', tenantId: id });
    });
  }
}

async function lockState(tx: SystemTx, id: TenantId): Promise<string> {
  const rows = await tx.sql<{ state: string }>('SELECT state FROM tenant WHERE id = $1 FOR UPDATE', [id]);
  if (!rows[0]) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
  return rows[0].state;
}
