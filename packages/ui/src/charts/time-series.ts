/** Readings of one metric, or their means with the least and the greatest of each interval. Arrays run side by side. */
export interface SeriesPoints {
  /** Ascending, ms since the epoch. */
  readonly atMs: ArrayLike<number>;
  /** null is a gap: the line breaks. */
  readonly value: ArrayLike<number | null>;
  readonly min?: ArrayLike<number | null> | undefined;
  readonly max?: ArrayLike<number | null> | undefined;
}

export interface TimeSeries {
  readonly id: string;
  readonly label: string;
  /** Two units at most in one chart: the second gets the right-hand axis. */
  readonly unit?: string | undefined;
  readonly precision?: number | undefined;
  /** One of the eight chart colours; by position when left out. */
  readonly colorIndex?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | undefined;
  /** The value holds until the next one: counters, set points. */
  readonly isStepped?: boolean | undefined;
  readonly points: SeriesPoints;
}
