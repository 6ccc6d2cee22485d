import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { listMoves, type KeptMove } from '../persistence/move.repository.js';
import { readStanding } from '../persistence/standing.repository.js';
import { standingView, type StandingView } from './standing-view.js';

/** Where companies stand, as the office reads it. Whoever asks has looked at the company, which stands in its trail. */
@Injectable()
export class OfficeStandings {
  constructor(private readonly db: SystemDb) {}

  /** @throws AppError (not-found) TENANT.NOT_FOUND */
  read(staff: StaffActor, tenantId: string): Promise<StandingView> {
    return this.db.runAs(staff, "office: read a company's standing", async (tx) => standingView(await readStanding(tx, tenantId)));
  }

  /** Newest first. */
  moves(staff: StaffActor, tenantId: string): Promise<KeptMove[]> {
    return this.db.runAs(staff, "office: read a company's moves", (tx) => listMoves(tx, tenantId));
  }
}
