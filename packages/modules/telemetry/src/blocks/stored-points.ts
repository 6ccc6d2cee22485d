import { joined, laidOver, within, type BlockPoints } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { openBlock } from './seal-block.js';

const US_PER_SECOND = 1_000_000;
const US_PER_MS = 1_000;

/** A row's point, or a block; what it is not is null. */
export interface StoredRow {
  /** Seconds since the epoch, as `date_part` gives them. */
  readonly at: number | null;
  readonly num: number | null;
  /** JSON text. */
  readonly rich: string | null;
  readonly bytes: Buffer | null;
}

/** What is read of rows and blocks alike, and in one statement: a compaction that commits between two would hide points, or show them twice. */
export const STORED_ROW = `date_part('epoch', at) AS at, num, rich::text AS rich, NULL::bytea AS bytes`;
export const STORED_BLOCK = `NULL::float8 AS at, NULL::float8 AS num, NULL::text AS rich, bytes`;

/**
 * The points of a range, in order of time, each stamp once. Of two with one stamp the row's is the later one: whatever was there
 * before the block was made is in the block.
 * @param rows those of points in order of time, or the other way round, each stamp once
 */
export function storedPoints(rows: readonly StoredRow[], { fromMs, toMs }: TimeRange): BlockPoints {
  const [fromUs, toUs] = [Math.round(fromMs * US_PER_MS), Math.round(toMs * US_PER_MS)];
  const blocks = rows.flatMap(({ bytes }) => (bytes ? [within(openBlock(bytes), fromUs, toUs)] : []));
  return laidOver(rowPoints(rows.filter(({ bytes }) => !bytes)), joined(blocks.sort((a, b) => firstOf(a) - firstOf(b))));
}

function firstOf({ atUs }: BlockPoints): number {
  return atUs[0] ?? 0;
}

function rowPoints(rows: readonly StoredRow[]): BlockPoints {
  // A value is never null, so a row without either is none; the gateway writes no such row.
  const points = rows.filter(({ num, rich }) => num !== null || rich !== null);
  const stamps = Float64Array.from(points, ({ at }) => Math.round((at ?? 0) * US_PER_SECOND));
  if (stamps.length > 1 && (stamps[0] as number) > (stamps[1] as number)) {
    points.reverse();
    stamps.reverse();
  }
  return { atUs: stamps, num: Float64Array.from(points, ({ num }) => num ?? NaN), rich: points.some(({ num }) => num === null) ? points.map(({ num, rich }) => (num === null ? rich : null)) : null };
}
