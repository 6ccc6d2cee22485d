import type { LatestValue as ShownValue, Point, Series as ShownSeries, SeriesRange, StateSpan as ShownSpan } from '@tenon/graphql/resolvers';
import type { CurrentValue } from '../application/latest-values.js';
import type { StateSpan } from '../application/list-state-spans.js';
import type { SeriesColumns } from '../application/series-columns.js';
import { isoInstant } from '../instant.js';
import type { ValuePoint } from '../persistence/point.repository.js';
import type { Series } from '../persistence/series.repository.js';

const upper = <Word extends string>(word: Word): Uppercase<Word> => word.toUpperCase() as Uppercase<Word>;

/** A metric in the words of the schema. */
export function showSeries(series: Series): ShownSeries {
  const { quantity, intervalStamp, valueKind } = series;
  return { ...series, id: String(series.id), quantity: upper(quantity), intervalStamp: intervalStamp && upper(intervalStamp), valueKind: upper(valueKind) };
}

/** A newest value in the words of the schema. */
export function showLatest({ series, atMs, value }: CurrentValue): ShownValue {
  return { series: showSeries(series), at: isoInstant(atMs), value };
}

/** A chart's columns in the words of the schema. */
export function showRange(columns: SeriesColumns): SeriesRange {
  return { ...columns, seriesId: String(columns.seriesId), resolution: upper(columns.resolution) };
}

/** A point in the words of the schema. */
export function showPoint({ atMs, value }: ValuePoint): Point {
  return { at: isoInstant(atMs), value };
}

/** A span in the words of the schema. */
export function showSpan({ fromMs, toMs, value }: StateSpan): ShownSpan {
  return { from: isoInstant(fromMs), to: isoInstant(toMs), value };
}
