import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, invalid, type TenantId } from '@tenon/kernel';
import { lockTenantState, putTenantState } from '../persistence/tenant-state.repository.js';

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
      const state = await lockTenantState(tx, input.id);
      if (state === 'suspended') throw conflict('TENANT.ALREADY_SUSPENDED', 'The company is suspended already.');
      await putTenantState(tx, input.id, { state: 'suspended', reason });
      await tx.auditFor(input.id, staff, 'tenant.suspended', { reason });
      await tx.enqueueFor(input.id, noticeRaised, { noticeId: tx.newId(), kind: 'tenant.suspended', subjectId: input.id, facts: { reason } });
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
      const state = await lockTenantState(tx, id);
      if (state !== 'suspended') throw conflict('TENANT.NOT_SUSPENDED', 'The company is not suspended.');
      await putTenantState(tx, id, { state: 'active', reason: null });
      await tx.auditFor(id, staff, 'tenant.resumed');
      await tx.enqueueFor(id, noticeRaised, { noticeId: tx.newId(), kind: 'tenant.resumed', subjectId: id, facts: {} });
      await tx.notify(DEVICE_CHANNEL, { kind: 'tenant-resumed', tenantId: id });
    });
  }
}
