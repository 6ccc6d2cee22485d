import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { MINUTE_MS } from '@tenon/kernel';
import { CompactionRepository } from '../persistence/compaction.repository.js';
import { grownRanges } from '../ranges/time-ranges.js';
import { MOST_POINTS } from './compact-points.js';
import { CorrectHeads } from './correct-heads.js';
import { FoldLedger } from './fold-ledger.js';
import type { ForgottenReadings } from './forgotten-readings.js';
import { MovePoints } from './move-points.js';
import { RollUp } from './roll-up.js';

/**
 * Deletes what some metrics of a machine said in a range, a day or less in each transaction: points in rows and in blocks, with their minutes and hours
 * computed anew from what is left; then the newest values. What stands beside them in a row goes into a block on the way. Repeating it deletes what is left.
 */
@Injectable()
export class ForgetReadings {
  private readonly ledger = new FoldLedger();

  constructor(
    private readonly db: TenantDb,
    private readonly compactions: CompactionRepository,
    private readonly movePoints: MovePoints,
    private readonly rollUp: RollUp,
    private readonly heads: CorrectHeads,
  ) {}

  /** @param mostPoints about how many are moved in one transaction */
  async execute(actor: TenantActor, readings: ForgottenReadings, signal: AbortSignal, mostPoints = MOST_POINTS): Promise<void> {
    let left: ForgottenReadings | undefined = readings;
    while (left) {
      signal.throwIfAborted();
      const step: ForgottenReadings = left;
      left = await this.db.transaction(actor, (tx) => this.step(tx, step, mostPoints));
    }
    await this.db.transaction(actor, (tx) => this.heads.execute(tx, readings));
  }

  /** @returns what is left; `undefined` where nothing is */
  private async step(tx: TenantTx, { deviceId, seriesIds, range }: ForgottenReadings, mostPoints: number): Promise<ForgottenReadings | undefined> {
    const shapes = (await this.compactions.begin(tx, deviceId)).filter((shape) => shape.seriesIds.some((id) => seriesIds.includes(id)));
    const stretch = shapes.length > 0 ? await this.compactions.next(tx, shapes, { range, mostPoints, seriesIds }) : undefined;
    if (!stretch) return undefined;
    await this.movePoints.execute(tx, { deviceId, shapes, stretch, leftOut: { seriesIds: new Set(seriesIds), range: stretch } });
    await this.ledger.freeze(tx, deviceId, stretch);
    await this.rollUp.anew(tx, { deviceId, seriesIds, ranges: grownRanges([stretch], MINUTE_MS) });
    return stretch.toMs < range.toMs ? { deviceId, seriesIds, range: { fromMs: stretch.toMs, toMs: range.toMs } } : undefined;
  }
}
