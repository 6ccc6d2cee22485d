import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { PointLineRepository } from '../persistence/point-line.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';

/** Gives all points of a metric as lines of CSV: time in UTC, kind of value, value as JSON. It only reads, and holds no more than a piece. */
@Injectable()
export class PointLines {
  constructor(
    private readonly sources: SeriesSourceRepository,
    private readonly points: PointLineRepository,
  ) {}

  /** @throws AppError (not-found) SERIES.NOT_FOUND */
  async *execute(tx: TenantTx, seriesId: number, through: Date): AsyncGenerator<string[], void, void> {
    for (const source of await this.sources.get(tx, [seriesId])) yield* this.points.lines(tx, source, through);
  }
}
