import type { DeleteReadingsInput, DescribeSeriesInput, QuerySeriesArgs, QuerySeriesOverviewArgs, SeriesPointsInput, SeriesRangeInput, SeriesStatesInput } from '@tenon/graphql/resolvers';
import type { ReadingsToDelete } from '../application/delete-readings.js';
import type { SeriesDescription } from '../application/describe-series.js';
import type { PointListing } from '../application/list-points.js';
import type { SeriesListing } from '../application/list-series.js';
import type { StateQuestion } from '../application/list-state-spans.js';
import { readRange } from '../application/read-range.js';
import type { SeriesOverviewQuestion } from '../application/read-series-overview.js';
import type { SeriesRangeQuestion } from '../application/read-series-range.js';
import { readSeriesId } from '../application/series-id.js';

const DEFAULT_POINTS = 800;
const OVERVIEW_POINTS = 200;
const DEFAULT_SPANS = 500;

const lower = <Word extends string>(word: Word): Lowercase<Word> => word.toLowerCase() as Lowercase<Word>;

/** The schema's words for a chart's question, in the module's. */
export function readRangeQuestion({ seriesIds, maxPoints, ...range }: SeriesRangeInput): SeriesRangeQuestion {
  return { seriesIds: seriesIds.map(readSeriesId), range: readRange(range), maxPoints: maxPoints ?? DEFAULT_POINTS };
}

/** The same for a metric as a whole. */
export function readOverviewQuestion({ seriesId, maxPoints }: QuerySeriesOverviewArgs): SeriesOverviewQuestion {
  return { seriesId: readSeriesId(seriesId), maxPoints: maxPoints ?? OVERVIEW_POINTS };
}

/** The same for a list of metrics. */
export function readListing({ quantities, ...rest }: QuerySeriesArgs): SeriesListing {
  return { ...rest, quantities: quantities?.map(lower) };
}

/** The same for a list of points. */
export function readPointListing({ seriesId, first, after, ...range }: SeriesPointsInput): PointListing {
  return { seriesId: readSeriesId(seriesId), range: readRange(range), first, after };
}

/** The same for a question about states. */
export function readStateQuestion({ seriesId, maxSpans, ...range }: SeriesStatesInput): StateQuestion {
  return { seriesId: readSeriesId(seriesId), range: readRange(range), maxSpans: maxSpans ?? DEFAULT_SPANS };
}

/** The same for readings that are to go. */
export function readReadingsToDelete({ deviceId, keys, ...range }: DeleteReadingsInput): ReadingsToDelete {
  return { deviceId, keys, range: readRange(range) };
}

/** The same for what somebody says a metric is. */
export function readDescription({ quantity, intervalStamp, ...rest }: DescribeSeriesInput): SeriesDescription {
  return { ...rest, quantity: lower(quantity), intervalStamp: intervalStamp && lower(intervalStamp) };
}
