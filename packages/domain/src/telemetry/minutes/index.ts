/** Minutes at rest: the roll-ups of one series in few bytes, exact to the last bit, and cutting, joining and widening buckets in columns. */
export { decodeMinutes, encodeMinutes, MOST_BLOCK_MINUTES } from './minute-block.js';
export { coarserColumns, columnsWhere, columnsWithin, joinedColumns } from './minute-columns.js';
