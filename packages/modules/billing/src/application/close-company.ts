import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { readStanding } from '../persistence/standing.repository.js';
import { moveCompany } from './move-company.js';
import { standingView, type StandingView } from './standing-view.js';
import { voiceInCompany } from './voice.js';

/**
 * Its owner closes the company: machines are refused, nothing is charged from tomorrow on, and its people keep the way out alone. For some
 * weeks everything can be had back. Doing it twice fails with LIFE.ILLEGAL_MOVE.
 */
@Injectable()
export class CloseCompany {
  constructor(private readonly db: TenantDb) {}

  /** @param name as the owner types it, which must be the company's. @throws AppError (invalid) LIFE.NAME_MISMATCH; (conflict) LIFE.ILLEGAL_MOVE */
  execute(actor: UserActor, name: string): Promise<StandingView> {
    return this.db.transaction(actor, async (tx) => {
      const kept = await readStanding(tx, tx.tenantId);
      if (name.trim() !== kept.name) throw invalid('LIFE.NAME_MISMATCH', 'This is not what the company is called.');
      await moveCompany(tx, voiceInCompany(tx), { tenantId: tx.tenantId, cause: 'owner-closed' });
      return standingView(await readStanding(tx, tx.tenantId));
    });
  }
}

/** Its owner has the company back as it was; what was to be done before is to be done still. Fails with LIFE.ILLEGAL_MOVE where it is not closed. */
@Injectable()
export class ReopenCompany {
  constructor(private readonly db: TenantDb) {}

  /** @throws AppError (conflict) LIFE.ILLEGAL_MOVE */
  execute(actor: UserActor): Promise<StandingView> {
    return this.db.transaction(actor, async (tx) => {
      await moveCompany(tx, voiceInCompany(tx), { tenantId: tx.tenantId, cause: 'owner-reopened' });
      return standingView(await readStanding(tx, tx.tenantId));
    });
  }
}
