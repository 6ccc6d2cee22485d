/** Aggregates at rest: the minutes or hours of one series in few bytes, exact to the last bit, and cutting, joining and widening buckets in columns. */
export { decodeBuckets, encodeBuckets, MOST_BLOCK_BUCKETS } from './bucket-block.js';
export { apartInOrder, coarserColumns, columnsWhere, columnsWithin, joinedColumns } from './cut-columns.js';
