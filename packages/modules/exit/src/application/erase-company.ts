import { Injectable } from '@nestjs/common';
import { lockStanding, moveCompany, voiceInCompany } from '@tenon/billing';
import { eraseCompany } from '@tenon/contracts/jobs';
import { TenantDb } from '@tenon/db';
import { dueCause } from '@tenon/domain/life';
import { systemActor } from '@tenon/domain/identity';
import { conflict, type TenantId } from '@tenon/kernel';
import { ErasureRepository } from '../persistence/erasure.repository.js';

/**
 * Erases a company for good, by a job: it stands as erased from this commit on, so that nobody reads it, reopens it or sends it anything,
 * and nothing of what is erased comes back. Repeating it changes nothing.
 */
@Injectable()
export class EraseCompany {
  constructor(
    private readonly db: TenantDb,
    private readonly erasures: ErasureRepository,
  ) {}

  /** @throws AppError (conflict) ERASURE.NOT_DUE unless it is closed and may no longer be reopened */
  async execute(tenantId: TenantId, now = new Date()): Promise<void> {
    await this.db.transaction(systemActor(tenantId, { via: 'job', viaId: eraseCompany.name }), async (tx) => {
      const { standing, today } = await lockStanding(tx, tenantId, now);
      if (standing.state === 'erased') return;
      if (dueCause(standing, today) !== 'cooling-off-over') throw conflict('ERASURE.NOT_DUE', 'A company is erased once it is closed and may no longer be reopened.');
      await moveCompany(tx, voiceInCompany(tx), { tenantId, cause: 'cooling-off-over', now });
      await this.erasures.begin(tx);
      await tx.enqueue(eraseCompany, {});
      await tx.audit('tenant.erasure-begun');
    });
  }
}
