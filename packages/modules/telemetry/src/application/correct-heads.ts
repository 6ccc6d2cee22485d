import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { HeadRepository, type Head } from '../persistence/head.repository.js';
import { PointRepository, type ValuePoint } from '../persistence/point.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import type { ForgottenReadings } from './forgotten-readings.js';

const EVERYTHING = { fromMs: 0, toMs: Date.UTC(9999, 11, 31) };

/**
 * Puts the newest values right after readings were deleted. A machine's newest message is kept for each set of metrics that it sends together: where it lies in
 * the range, the newest that is left of these metrics takes its place, with the values that stand at that very instant.
 */
@Injectable()
export class CorrectHeads {
  constructor(
    private readonly heads: HeadRepository,
    private readonly sources: SeriesSourceRepository,
    private readonly points: PointRepository,
  ) {}

  async execute(tx: TenantTx, { deviceId, seriesIds, range }: ForgottenReadings): Promise<void> {
    for (const head of await this.heads.listWithin(tx, deviceId, range)) {
      if (!head.seriesIds.some((id) => seriesIds.includes(id))) continue;
      await this.heads.replace(tx, head, await this.newest(tx, head));
    }
  }

  /** The newest point of each metric, in the order of the set; absent where none is left. */
  private async newest(tx: TenantTx, { seriesIds }: Head): Promise<(ValuePoint | undefined)[]> {
    const found: (ValuePoint | undefined)[] = [];
    for (const source of await this.sources.get(tx, seriesIds)) found.push((await this.points.newest(tx, source, EVERYTHING, 1))[0]);
    return found;
  }
}
