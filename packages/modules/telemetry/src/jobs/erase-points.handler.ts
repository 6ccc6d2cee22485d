import { Injectable } from '@nestjs/common';
import { erasePoints } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { FootprintRepository, SERIES_TABLES } from '../persistence/footprint.repository.js';

const BATCH = 20_000;

/**
 * Deletes the points, blocks and roll-ups of a machine that is gone, in batches of their own transactions, so that nobody waits
 * for it. Running it twice is safe: it deletes what is left. Numbers of shapes and series are never given out again.
 */
@Injectable()
@HandlesJob(erasePoints)
export class ErasePointsHandler implements JobHandler<typeof erasePoints> {
  constructor(
    private readonly db: TenantDb,
    private readonly footprints: FootprintRepository,
  ) {}

  async handle({ payload, actor, signal }: JobContext<typeof erasePoints>): Promise<void> {
    if (!actor) throw new Error('erasePoints is a job of a tenant');
    const { footprints } = this;
    const steps: ((tx: TenantTx) => Promise<number>)[] = [
      ...payload.shapeIds.map((shapeId) => (tx: TenantTx) => footprints.erasePoints(tx, shapeId, BATCH)),
      ...SERIES_TABLES.flatMap((table) => payload.seriesIds.map((seriesId) => (tx: TenantTx) => footprints.eraseOfSeries(tx, table, seriesId, BATCH))),
    ];
    for (const step of steps) {
      while ((await this.db.transaction(actor, step)) > 0) signal.throwIfAborted();
    }
  }
}
