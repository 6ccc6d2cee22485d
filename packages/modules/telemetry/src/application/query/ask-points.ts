import { Injectable } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import type { PointsQuestion } from '@tenon/domain/telemetry';
import { invalid, type TimeRange } from '@tenon/kernel';
import type { SelectedSeries } from '../../persistence/query/selected-series.repository.js';
import { TelemetryStore } from '../../store/telemetry-store.js';
import { labelsOf, type Frame, type TableHead, type TelemetryTable } from './frame.js';

/** Points that are read, and held, at a time: a few megabytes. */
const PIECE = 50_000;
const US_PER_MS = 1_000;
/** The shortest step between two stamps. */
const NEXT_US = 1;

/** What is read: series in their order, so many points at a time, of the first only what is after a stamp. */
interface Reading {
  readonly series: readonly SelectedSeries[];
  readonly piece: number;
  readonly afterUs?: number;
}

const HEAD: TableHead = { by: ['machine', 'metric'], columns: ['value'], isOfPoints: true };

/** Points as stored, of any kind, each stamp once: series by series, oldest first, piece by piece. Each piece is right as of when it was read. */
@Injectable()
export class AskPoints {
  constructor(private readonly store: TelemetryStore) {}

  /** @throws AppError (invalid) PAGE.CURSOR where a page goes on after a metric that is not asked about */
  execute(actor: TenantActor, { range, page }: PointsQuestion, series: readonly SelectedSeries[]): TelemetryTable {
    if (!page) return { head: HEAD, frames: this.frames(actor, range, { series, piece: PIECE }) };
    const { size, after } = page;
    // One more than is shown tells whether there is more.
    const piece = Math.min(PIECE, size + 1);
    if (!after) return { head: HEAD, frames: this.frames(actor, range, { series, piece }) };
    const place = series.findIndex(({ deviceId, key }) => deviceId === after.deviceId && key === after.key);
    if (place < 0) throw invalid('PAGE.CURSOR', 'This cursor goes on after a metric that is not asked about.');
    return { head: HEAD, frames: this.frames(actor, range, { series: series.slice(place), piece, afterUs: after.atUs }) };
  }

  private async *frames(actor: TenantActor, range: TimeRange, { series, piece, afterUs }: Reading): AsyncGenerator<Frame, void, void> {
    const [first, ...others] = series;
    if (!first) return;
    const fromMs = afterUs === undefined ? range.fromMs : Math.max(range.fromMs, (afterUs + NEXT_US) / US_PER_MS);
    yield* this.ofSeries(actor, first, { range: { fromMs, toMs: range.toMs }, piece });
    for (const one of others) yield* this.ofSeries(actor, one, { range, piece });
  }

  private async *ofSeries(actor: TenantActor, series: SelectedSeries, { range, piece }: { readonly range: TimeRange; readonly piece: number }): AsyncGenerator<Frame, void, void> {
    for (let { fromMs } = range; fromMs < range.toMs; ) {
      const { atUs, num, rich } = await this.store.points(actor, series.id, { fromMs, toMs: range.toMs }, piece);
      if (atUs.length > 0) yield { labels: labelsOf(series), atMs: atUs.map((us) => us / US_PER_MS), values: [num], rich };
      if (atUs.length < piece) return;
      fromMs = ((atUs.at(-1) as number) + NEXT_US) / US_PER_MS;
    }
  }
}
