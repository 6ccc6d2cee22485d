import type { BucketColumns, Figure } from '@tenon/domain/telemetry';
import { packed, unpackedMs, unpackedNumbers } from './query/packed.js';

/** Buckets of one series as the database gives them: a value a column, packed. */
export type PackedBuckets = { readonly fromMs: Buffer } & Readonly<Partial<Record<Figure, Buffer>>>;

/** How a figure is read where buckets are wider than what is kept, and where they are not. */
export const FIGURE: Readonly<Record<Figure, { readonly column: string; readonly over: string }>> = {
  count: { column: 'count::float8', over: 'sum(count)::float8' },
  min: { column: 'min', over: 'min(min)' },
  max: { column: 'max', over: 'max(max)' },
  sum: { column: 'sum', over: 'sum(sum)' },
  first: { column: 'first', over: '(array_agg(first ORDER BY at))[1]' },
  last: { column: 'last', over: '(array_agg(last ORDER BY at))[count(*)]' },
  firstAtMs: { column: 'first_at', over: 'min(first_at)' },
  lastAtMs: { column: 'last_at', over: 'max(last_at)' },
};
const isInstant = (figure: Figure): boolean => figure === 'firstAtMs' || figure === 'lastAtMs';

/** SQL of figures, packed, each by what gives it. */
export function packedFigures(figures: readonly Figure[], sqlOf: (figure: Figure) => string): string {
  return figures.map((figure) => `${(isInstant(figure) ? packed.instant : packed.number)(sqlOf(figure))} AS "${figure}"`).join(', ');
}

/** What {@link packedFigures} gave, with the starts that stand beside them. */
export function unpackedBuckets(row: PackedBuckets, figures: readonly Figure[]): BucketColumns {
  const of = (figure: Figure): Float64Array => (isInstant(figure) ? unpackedMs : unpackedNumbers)(row[figure] as Buffer);
  return { fromMs: unpackedMs(row.fromMs), figures: Object.fromEntries(figures.map((figure) => [figure, of(figure)])) };
}
