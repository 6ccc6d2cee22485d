import { aggregateColumn, CombinedColumn, filledColumn, PooledColumns, type AggregateName, type BucketColumns, type BucketsQuestion, type Combination, type Figure } from '@tenon/domain/telemetry';
import type { SelectedSeries } from '../../persistence/query/selected-series.repository.js';
import { labelsOfGroup, type Frame } from './frame.js';

/** What a group is made of. */
export interface GroupParts {
  readonly question: Pick<BucketsQuestion, 'aggregates' | 'fill'>;
  readonly group: NonNullable<BucketsQuestion['group']>;
  readonly startsMs: readonly number[];
  readonly figures: readonly Figure[];
}

/** Series that become one. */
export abstract class SeriesGroup {
  private readonly series: SelectedSeries[] = [];

  constructor(protected readonly parts: GroupParts) {}

  /** Counts a series to the group, whether it turns out to have anything or not. */
  has(series: SelectedSeries): void {
    this.series.push(series);
  }

  /** @param filled a figure of the series over the whole grid, its gaps filled */
  abstract add(columns: BucketColumns | undefined, filled: (name: AggregateName) => (number | null)[]): void;

  /** All of it. Buckets without anything are left out, unless gaps are to be seen. */
  frame(): Frame {
    const { group, startsMs, question } = this.parts;
    const [values, counts] = this.columns();
    const isShown = (place: number): boolean => question.fill.kind !== 'none' || (counts[place] as number) > 0;
    const places = [...startsMs.keys()].filter(isShown);
    const some = (column: ArrayLike<number | null>): (number | null)[] => places.map((place) => column[place] ?? null);
    return { labels: labelsOfGroup(group.by, this.series), atMs: places.map((place) => startsMs[place] as number), values: [...values, counts].map(some), rich: null };
  }

  /** Over the grid: each aggregate, and of how many series it is. */
  protected abstract columns(): readonly [values: (number | null)[][], counts: number[]];
}

/** All points of its series together; gaps of the group are filled as those of one series. */
class PooledGroup extends SeriesGroup {
  private readonly pooled = new PooledColumns(this.parts.startsMs, this.parts.figures);

  override add(columns: BucketColumns | undefined): void {
    if (columns) this.pooled.add(columns);
  }

  protected override columns(): readonly [(number | null)[][], number[]] {
    const { question, startsMs } = this.parts;
    const columns = this.pooled.columns();
    const places = new Map(Array.from(columns.fromMs, (startMs, place) => [startMs, place]));
    const over = (column: ArrayLike<number>): (number | null)[] => startsMs.map((startMs) => column[places.get(startMs) ?? -1] ?? null);
    const values = question.aggregates.map((name) => filledColumn(name, { startsMs, values: over(aggregateColumn(columns, name)), seed: null }, question.fill));
    return [values, over(this.pooled.seriesOf(columns)).map((count) => count ?? 0)];
  }
}

/** Each series' figure, filled, and then these together. */
class CombinedGroup extends SeriesGroup {
  private readonly grown: readonly (readonly [AggregateName, CombinedColumn])[];
  private readonly counts = new Array<number>(this.parts.startsMs.length).fill(0);

  constructor(parts: GroupParts, how: Exclude<Combination, 'pooled'>) {
    super(parts);
    this.grown = parts.question.aggregates.map((name) => [name, new CombinedColumn(how, parts.startsMs.length)]);
  }

  override add(_: BucketColumns | undefined, filled: (name: AggregateName) => (number | null)[]): void {
    const columns = this.grown.map(([name, column]) => [column, filled(name)] as const);
    for (const [column, values] of columns) column.add(values);
    for (const place of this.counts.keys()) if (this.grown.some(([name], index) => isSaid(name, columns[index]?.[1][place] ?? null))) this.counts[place] = (this.counts[place] as number) + 1;
  }

  protected override columns(): readonly [(number | null)[][], number[]] {
    return [this.grown.map(([, column]) => column.values()), this.counts];
  }
}

/** That no points were counted says nothing of a series; that they were 0 does. */
function isSaid(name: AggregateName, value: number | null): boolean {
  return value !== null && (name !== 'count' || value > 0);
}

/** A group as the question combines it. */
export function groupFor(parts: GroupParts): SeriesGroup {
  return parts.group.combine === 'pooled' ? new PooledGroup(parts) : new CombinedGroup(parts, parts.group.combine);
}
