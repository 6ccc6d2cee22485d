import { ReadDailyAggregates } from './application/read-daily-aggregates.js';
import { ReadPoints } from './application/read-points.js';
import { SeriesBuckets } from './application/series-buckets.js';
import { BucketRepository } from './persistence/bucket.repository.js';
import { PointRepository } from './persistence/point.repository.js';
import { SeriesSourceRepository } from './persistence/series-source.repository.js';
import { SeriesRepository } from './persistence/series.repository.js';

/** What reads points, in the api and in the worker alike. */
export const READING = [BucketRepository, PointRepository, ReadDailyAggregates, ReadPoints, SeriesBuckets, SeriesRepository, SeriesSourceRepository];
