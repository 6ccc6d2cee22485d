/** The parameters of a statement that looks for blocks of minutes. */
export interface MinuteBlockLook {
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
export function blocksOfPiece(columns: string, { tenant, from, to }: MinuteBlockLook): string {
  const ofSeries = `SELECT ${columns} FROM telemetry_minute_block WHERE tenant_id = ${tenant} AND series_id = piece.series_id`;
  return `${ofSeries} AND at >= ${hourOf('piece.from_at')} AND at < piece.to_at AND at >= ${hourOf(`${from}::timestamptz`)} AND at < ${to}::timestamptz
    UNION ALL ${ofSeries} AND at = ${dayOf('piece.from_at')} AND is_day AND at < ${hourOf('piece.from_at')} AND through_at >= piece.from_at
      AND at >= ${dayOf(`${from}::timestamptz`)} AND at < ${to}::timestamptz`;
}

/** SQL of those of many pieces, each block once: series_id and bytes. */
export function minuteBlocksOf(pieces: string, look: MinuteBlockLook): string {
  return `SELECT DISTINCT ON (piece.series_id, b.at, b.is_day) piece.series_id, b.bytes FROM ${pieces}
    CROSS JOIN LATERAL (${blocksOfPiece('at, is_day, bytes', look)} OFFSET 0) b ORDER BY piece.series_id, b.at, b.is_day`;
}
