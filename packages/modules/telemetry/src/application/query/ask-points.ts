import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import type { PointsQuestion } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { PointRepository } from '../../persistence/point.repository.js';
import type { SelectedSeries } from '../../persistence/query/selected-series.repository.js';
import { SeriesSourceRepository, type SeriesSource } from '../../persistence/series-source.repository.js';
import { labelsOf, type Frame, type TableHead, type TelemetryTable } from './frame.js';

/** Points that are read, and held, at a time: a few megabytes. */
const PIECE = 50_000;
/** Series whose places are looked up at a time. */
const LOT = 200;
const US_PER_MS = 1_000;
/** The shortest step between two stamps. */
const NEXT_US = 1;

const HEAD: TableHead = { by: ['machine', 'metric'], columns: ['value'], isOfPoints: true };

/** Points as stored, of any kind, each stamp once: series by series, oldest first, piece by piece. Each piece is right as of when it was read. */
@Injectable()
export class AskPoints {
  constructor(
    private readonly db: TenantDb,
    private readonly sources: SeriesSourceRepository,
    private readonly points: PointRepository,
  ) {}

  execute(actor: TenantActor, { range }: PointsQuestion, series: readonly SelectedSeries[]): TelemetryTable {
    return { head: HEAD, frames: this.frames(actor, range, series) };
  }

  private async *frames(actor: TenantActor, range: TimeRange, series: readonly SelectedSeries[]): AsyncGenerator<Frame, void, void> {
    for (let from = 0; from < series.length; from += LOT) {
      const some = series.slice(from, from + LOT);
      const sources = await this.db.read(actor, (tx) => this.sources.get(tx, some.map(({ id }) => id)));
      for (const [place, source] of sources.entries()) yield* this.ofSeries(actor, source, { range, labels: labelsOf(some[place] as SelectedSeries) });
    }
  }

  private async *ofSeries(actor: TenantActor, source: SeriesSource, { range, labels }: { readonly range: TimeRange; readonly labels: Frame['labels'] }): AsyncGenerator<Frame, void, void> {
    for (let { fromMs } = range; fromMs < range.toMs; ) {
      const { atUs, num, rich } = await this.db.read(actor, (tx) => this.points.atOneEnd(tx, source, { fromMs, toMs: range.toMs }, { limit: PIECE, isOldestFirst: true }));
      if (atUs.length > 0) yield { labels, atMs: atUs.map((us) => us / US_PER_MS), values: [num], rich };
      if (atUs.length < PIECE) return;
      fromMs = ((atUs.at(-1) as number) + NEXT_US) / US_PER_MS;
    }
  }
}
