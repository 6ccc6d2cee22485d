import type { RollUpUnit } from '../blocks/roll-up-blocks.js';

/** The parameters of a statement that looks for blocks of roll-ups. */
export interface RollUpBlockLook {
  readonly tenant: string;
  /** Bounds of all that is asked for, by which the planner leaves out partitions. */
  readonly from: string;
  readonly to: string;
}

export const hourOf = (sql: string): string => `date_bin('1 hour', ${sql}, 'epoch')`;
export const dayOf = (sql: string): string => `date_bin('1 day', ${sql}, 'epoch')`;

/**
 * SQL of the blocks that may hold minutes of `piece`, which has series_id, from_at and to_at: those that begin in it or in the hour around its start, and its day's,
 * which begins before that. Two index ranges, however long the day's other hours are.
 */
export function blocksOfPiece(columns: string, { tenant, from, to }: RollUpBlockLook): string {
  const ofSeries = `SELECT ${columns} FROM telemetry_roll_up_block WHERE tenant_id = ${tenant} AND series_id = piece.series_id`;
  return `${ofSeries} AND at >= ${hourOf('piece.from_at')} AND at < piece.to_at AND at >= ${hourOf(`${from}::timestamptz`)} AND at < ${to}::timestamptz
    UNION ALL ${ofSeries} AND at = ${dayOf('piece.from_at')} AND is_day AND at < ${hourOf('piece.from_at')} AND through_at >= piece.from_at
      AND at >= ${dayOf(`${from}::timestamptz`)} AND at < ${to}::timestamptz`;
}

/** SQL of the blocks that may hold hours of `piece`: those of its days. */
function daysOfPiece({ tenant, from, to }: RollUpBlockLook): string {
  return `SELECT at, is_day, hours AS bytes FROM telemetry_roll_up_block WHERE tenant_id = ${tenant} AND series_id = piece.series_id AND is_day AND hours IS NOT NULL
    AND at >= ${dayOf('piece.from_at')} AND at < piece.to_at AND at >= ${dayOf(`${from}::timestamptz`)} AND at < ${to}::timestamptz`;
}

/** SQL of what blocks hold of a unit of many pieces, each block once: series_id and bytes. */
export function blocksOfPieces(unit: RollUpUnit, pieces: string, look: RollUpBlockLook): string {
  const ofPiece = unit === 'minute' ? blocksOfPiece('at, is_day, minutes AS bytes', look) : daysOfPiece(look);
  return `SELECT DISTINCT ON (piece.series_id, b.at, b.is_day) piece.series_id, b.bytes FROM ${pieces}
    CROSS JOIN LATERAL (${ofPiece} OFFSET 0) b ORDER BY piece.series_id, b.at, b.is_day`;
}

/** SQL of what blocks hold of a unit of all `series` from $from to $to: the series' number as four bytes, `columns`, and the bytes. */
export function blocksOfRange(unit: RollUpUnit, { tenant, series, from, to, columns }: RollUpBlockLook & { readonly series: string; readonly columns: string }): string {
  const ofSeries = (bytes: string): string => `SELECT int4send(series_id), ${columns}, ${bytes} FROM telemetry_roll_up_block WHERE tenant_id = ${tenant} AND series_id = ANY (${series}::int[])`;
  const [start, end] = [`${from}::timestamptz`, `${to}::timestamptz`];
  if (unit === 'hour') return `${ofSeries('hours')} AND is_day AND hours IS NOT NULL AND at >= ${dayOf(start)} AND at < ${end}`;
  return `${ofSeries('minutes')} AND at >= ${hourOf(start)} AND at < ${end}
    UNION ALL ${ofSeries('minutes')} AND at = ${dayOf(start)} AND is_day AND at < ${hourOf(start)} AND through_at >= ${start}`;
}
