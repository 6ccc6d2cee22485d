import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { listMoves, type KeptMove } from '../persistence/move.repository.js';
import { readStanding } from '../persistence/standing.repository.js';
import { standingView, type StandingView } from './standing-view.js';

/** Where the company stands in its life, and how it came there. */
@Injectable()
export class ReadStanding {
  constructor(private readonly db: TenantDb) {}

  execute(actor: TenantActor): Promise<StandingView> {
    return this.db.read(actor, async (tx) => standingView(await readStanding(tx, tx.tenantId)));
  }

  /** Newest first. */
  moves(actor: TenantActor): Promise<KeptMove[]> {
    return this.db.read(actor, (tx) => listMoves(tx, tx.tenantId));
  }
}
