import { Injectable } from '@nestjs/common';
import { moveCompany, lockStanding, voiceOfOffice } from '@tenon/billing';
import { SystemDb, type SystemTx } from '@tenon/db';
import { placeOf } from '@tenon/domain/life';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, invalid, type TenantId } from '@tenon/kernel';

async function isByOffice(tx: SystemTx, id: TenantId): Promise<boolean> {
  return placeOf((await lockStanding(tx, id)).standing).because === 'office';
}

/**
 * The office suspends a company: its people may only read, its machines are refused. Suspending a suspended company
 * fails with TENANT.ALREADY_SUSPENDED, so that one reason does not silently replace another; one that is suspended for
 * another cause is then held by the office, and goes back to that cause when it is resumed.
 */
@Injectable()
export class SuspendCompany {
  constructor(private readonly db: SystemDb) {}

  /** @throws AppError (invalid) TENANT.REASON_REQUIRED; (conflict) TENANT.ALREADY_SUSPENDED, LIFE.ILLEGAL_MOVE for a closed one; (not-found) TENANT.NOT_FOUND */
  async execute(staff: StaffActor, input: { id: TenantId; reason: string }): Promise<void> {
    const reason = input.reason.trim();
    if (reason.length === 0 || reason.length > 500) throw invalid('TENANT.REASON_REQUIRED', 'Say why, in at most 500 characters.');
    await this.db.runAs(staff, 'office: suspend a company', async (tx) => {
      if (await isByOffice(tx, input.id)) throw conflict('TENANT.ALREADY_SUSPENDED', 'The company is suspended already.');
      await moveCompany(tx, voiceOfOffice(tx, staff, input.id), { tenantId: input.id, cause: 'office-suspended', reason });
    });
  }
}

/** Ends a suspension by the office: the company goes back to where it stood. Resuming any other fails with TENANT.NOT_SUSPENDED. */
@Injectable()
export class ResumeCompany {
  constructor(private readonly db: SystemDb) {}

  /** @throws AppError (conflict) TENANT.NOT_SUSPENDED; (not-found) TENANT.NOT_FOUND */
  async execute(staff: StaffActor, id: TenantId): Promise<void> {
    await this.db.runAs(staff, 'office: resume a company', async (tx) => {
      if (!(await isByOffice(tx, id))) throw conflict('TENANT.NOT_SUSPENDED', 'The company is not suspended.');
      await moveCompany(tx, voiceOfOffice(tx, staff, id), { tenantId: id, cause: 'office-resumed' });
    });
  }
}
