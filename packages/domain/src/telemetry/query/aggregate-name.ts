/** What may be asked of the points in a bucket. */
export const AGGREGATE_NAMES = ['count', 'min', 'max', 'mean', 'sum', 'first', 'last'] as const;
export type AggregateName = (typeof AGGREGATE_NAMES)[number];

/** Of these a bucket without points has no value that could be filled: nothing was counted, and nothing was added up. */
export const isFillable = (name: AggregateName): boolean => name !== 'count' && name !== 'sum';
