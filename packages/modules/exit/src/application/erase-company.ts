import { Injectable } from '@nestjs/common';
import { eraseCompany } from '@tenon/contracts/jobs';
import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import { TenantDb, type TenantTx } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { conflict, type TenantId } from '@tenon/kernel';
import { ErasureRepository } from '../persistence/erasure.repository.js';

/** Says whether a company may be erased: it was closed, and the time in which that could be taken back is over. Whoever knows how companies live answers it. */
export abstract class CoolingOff {
  abstract isOver(tx: TenantTx): Promise<boolean>;
}

/**
 * Erases a company for good, by a job: nothing of it comes in from this commit on, and nothing of what is erased comes back. Repeating
 * it changes nothing.
 */
@Injectable()
export class EraseCompany {
  constructor(
    private readonly db: TenantDb,
    private readonly erasures: ErasureRepository,
    private readonly coolingOff: CoolingOff,
  ) {}

  /** @throws AppError (conflict) ERASURE.NOT_DUE unless it is closed and may no longer be reopened */
  async execute(tenantId: TenantId): Promise<void> {
    await this.db.transaction(systemActor(tenantId, { via: 'job', viaId: eraseCompany.name }), async (tx) => {
      if (!(await this.coolingOff.isOver(tx))) throw conflict('ERASURE.NOT_DUE', 'A company is erased once it is closed and may no longer be reopened.');
      if (!(await this.erasures.begin(tx))) return;
      await tx.enqueue(eraseCompany, {});
      await tx.audit('tenant.erasure-begun');
      await tx.notify(DEVICE_CHANNEL, { kind: 'tenant-suspended', tenantId });
    });
  }
}
