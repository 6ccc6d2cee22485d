import { Injectable } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import type { PointsQuestion } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import type { SelectedSeries } from '../../persistence/query/selected-series.repository.js';
import { TelemetryStore } from '../../store/telemetry-store.js';
import { labelsOf, type Frame, type TableHead, type TelemetryTable } from './frame.js';

/** Points that are read, and held, at a time: a few megabytes. */
const PIECE = 50_000;
const US_PER_MS = 1_000;
/** The shortest step between two stamps. */
const NEXT_US = 1;

const HEAD: TableHead = { by: ['machine', 'metric'], columns: ['value'], isOfPoints: true };

/** Points as stored, of any kind, each stamp once: series by series, oldest first, piece by piece. Each piece is right as of when it was read. */
@Injectable()
export class AskPoints {
  constructor(private readonly store: TelemetryStore) {}

  execute(actor: TenantActor, { range }: PointsQuestion, series: readonly SelectedSeries[]): TelemetryTable {
    return { head: HEAD, frames: this.frames(actor, range, series) };
  }

  private async *frames(actor: TenantActor, range: TimeRange, series: readonly SelectedSeries[]): AsyncGenerator<Frame, void, void> {
    for (const one of series) yield* this.ofSeries(actor, one, range);
  }

  private async *ofSeries(actor: TenantActor, series: SelectedSeries, range: TimeRange): AsyncGenerator<Frame, void, void> {
    for (let { fromMs } = range; fromMs < range.toMs; ) {
      const { atUs, num, rich } = await this.store.points(actor, series.id, { fromMs, toMs: range.toMs }, PIECE);
      if (atUs.length > 0) yield { labels: labelsOf(series), atMs: atUs.map((us) => us / US_PER_MS), values: [num], rich };
      if (atUs.length < PIECE) return;
      fromMs = ((atUs.at(-1) as number) + NEXT_US) / US_PER_MS;
    }
  }
}
