import { Injectable } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { aggregateColumn, demandFewRows, figuresFor, filledColumn, type BucketColumns, type BucketsQuestion, type Figure, type QuestionLimits, type Seed } from '@tenon/domain/telemetry';
import type { SelectedSeries } from '../../persistence/query/selected-series.repository.js';
import { TelemetryStore } from '../../store/telemetry-store.js';
import { bucketGrid, type BucketGrid } from './bucket-grid.js';
import { groupKey, labelsOf, type Frame, type TableHead, type TelemetryTable } from './frame.js';
import { groupFor, type SeriesGroup } from './series-group.js';

/** Series that are read at a time, where roll-ups answer most of it; each may bring ten minutes of points along. */
const LOT = 1_000;
/** Groups are held until the last series of them was read; so many buckets of them take tens of megabytes. */
const MOST_HELD = 500_000;
/** Stamps are whole microseconds. */
const STEP_MS = 0.001;

/** A series' numbers over the grid. */
interface GridSeries {
  readonly series: SelectedSeries;
  readonly columns: BucketColumns | undefined;
  readonly seed: Seed | null;
}

interface BucketParts {
  readonly question: BucketsQuestion;
  readonly grid: BucketGrid;
  readonly figures: readonly Figure[];
}

/** Numbers in buckets: of each series by itself, which are given as they are read, or of groups, which are given when all is read. */
@Injectable()
export class AskBuckets {
  constructor(private readonly store: TelemetryStore) {}

  /** @throws AppError (invalid) TELEMETRY_QUERY.TOO_MANY_ROWS, TELEMETRY_QUERY.ZONE, ZONE.UNKNOWN */
  execute(actor: TenantActor, question: BucketsQuestion, { series, limits, nowMs }: { readonly series: readonly SelectedSeries[]; readonly limits: QuestionLimits; readonly nowMs: number }): TelemetryTable {
    const { group, widthMs, aggregates } = question;
    const grid = bucketGrid(question, nowMs);
    const held = group ? new Set(series.map((one) => groupKey(group.by, one))).size : series.length;
    demandFewRows({ series: held, buckets: grid.startsMs.length, widthMs }, group ? { ...limits, rows: Math.min(limits.rows, MOST_HELD) } : limits);
    const parts = { question, grid, figures: figuresFor(aggregates) };
    const head: TableHead = { by: group ? group.by : ['machine', 'metric'], columns: [...aggregates, ...(group ? ['series'] : [])], isOfPoints: false };
    const read = this.read(actor, series, parts);
    return { head, frames: group ? ofGroups(read, series, parts) : ofSeries(read, parts) };
  }

  private async *read(actor: TenantActor, series: readonly SelectedSeries[], { question, grid, figures }: BucketParts): AsyncGenerator<GridSeries, void, void> {
    const { range } = question;
    const lot = grid.coarsest === 'raw' ? 1 : LOT;
    for (let from = 0; from < series.length && grid.startsMs.length > 0; from += lot) {
      const some = series.slice(from, from + lot);
      const seriesIds = some.map(({ id }) => id);
      const found = await this.store.buckets(actor, { seriesIds, range, figures, binning: grid.binning, coarsest: grid.coarsest });
      const seeds = await this.seeds(actor, seriesIds, question);
      for (const one of some) yield { series: one, columns: found.get(one.id), seed: seeds.get(one.id) ?? null };
    }
  }

  /** How each series stood before the range, where that is carried into it. */
  private async seeds(actor: TenantActor, seriesIds: readonly number[], { range: { fromMs }, fill, group }: BucketsQuestion): Promise<ReadonlyMap<number, Seed>> {
    // Pooled points are one series of their own, of which nobody knows how it stood before.
    const isSeeded = (fill.kind === 'previous' || fill.kind === 'constant') && group?.combine !== 'pooled' && fromMs > 0;
    const before = isSeeded ? await this.store.last(actor, seriesIds, { atMs: fromMs - STEP_MS, notBeforeMs: Math.max(0, fromMs - fill.maxGapMs) }) : [];
    return new Map(before.flatMap(({ seriesId, atMs, value }) => (typeof value === 'number' ? [[seriesId, { atMs, value }] as const] : [])));
  }
}

async function* ofSeries(read: AsyncGenerator<GridSeries, void, void>, { question, grid }: BucketParts): AsyncGenerator<Frame, void, void> {
  for await (const one of read) {
    const { series, columns } = one;
    if (question.fill.kind === 'none') {
      if (columns) yield { labels: labelsOf(series), atMs: columns.fromMs, values: question.aggregates.map((name) => aggregateColumn(columns, name)), rich: null };
    } else {
      yield { labels: labelsOf(series), atMs: grid.startsMs, values: question.aggregates.map((name) => overGrid(one, name, { question, grid })), rich: null };
    }
  }
}

async function* ofGroups(read: AsyncGenerator<GridSeries, void, void>, series: readonly SelectedSeries[], { question, grid, figures }: BucketParts): AsyncGenerator<Frame, void, void> {
  const { group } = question;
  if (!group) return;
  const groups = new Map<string, SeriesGroup>();
  for (const one of series) {
    const key = groupKey(group.by, one);
    const known = groups.get(key) ?? groupFor({ question, group, startsMs: grid.startsMs, figures });
    groups.set(key, known);
    known.has(one);
  }
  for await (const one of read) {
    groups.get(groupKey(group.by, one.series))?.add(one.columns, (name) => overGrid(one, name, { question, grid }));
  }
  for (const one of groups.values()) yield one.frame();
}

/** An aggregate of one series at each bucket of the grid, filled. */
function overGrid({ columns, seed }: GridSeries, name: BucketsQuestion['aggregates'][number], { question, grid }: Pick<BucketParts, 'question' | 'grid'>): (number | null)[] {
  const known = columns ? aggregateColumn(columns, name) : [];
  const byStart = new Map(Array.from(columns?.fromMs ?? [], (startMs, place) => [startMs, known[place] as number]));
  const values = grid.startsMs.map((startMs) => byStart.get(startMs) ?? null);
  return filledColumn(name, { startsMs: grid.startsMs, values, seed }, question.fill);
}
