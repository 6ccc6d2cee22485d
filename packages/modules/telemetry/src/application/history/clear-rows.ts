import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { TimeRange } from '@tenon/kernel';
import { CompactionRepository } from '../../persistence/compaction.repository.js';
import { MOST_POINTS } from '../compact-points.js';
import { MovePoints } from '../move-points.js';

/** A machine's metrics whose rows are to become blocks, and of when. */
export interface RowsToClear {
  readonly deviceId: string;
  readonly seriesIds: readonly number[];
  readonly range: TimeRange;
}

/**
 * Moves rows of some days into blocks before their time, so that there is one place where an import is laid over what is there, and taken back from it.
 * What a machine sends meanwhile stays a row, which counts more than a block, as it came later.
 */
@Injectable()
export class ClearRows {
  constructor(
    private readonly compactions: CompactionRepository,
    private readonly movePoints: MovePoints,
  ) {}

  /** Holds the company's lock until the transaction ends. @returns whether all are moved; else it was enough for one transaction */
  async execute(tx: TenantTx, { deviceId, seriesIds, range }: RowsToClear): Promise<boolean> {
    const shapes = (await this.compactions.begin(tx, deviceId)).filter((shape) => shape.seriesIds.some((id) => seriesIds.includes(id)));
    if (shapes.length === 0) return true;
    // Onwards only: rows that come in behind are not waited for.
    let [fromMs, moved] = [range.fromMs, 0];
    while (fromMs < range.toMs) {
      const stretch = await this.compactions.next(tx, shapes, { range: { fromMs, toMs: range.toMs }, mostPoints: MOST_POINTS, seriesIds: [] });
      if (!stretch) return true;
      if (moved > 0 && moved >= MOST_POINTS) return false;
      moved += (await this.movePoints.execute(tx, { deviceId, shapes, stretch })).points;
      fromMs = stretch.toMs;
    }
    return true;
  }
}
