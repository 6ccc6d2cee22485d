import type { Shape } from './layout.js';
import { DirtyRanges } from './dirty-ranges.js';
import type { Row } from './rows.js';

/** What is written of one shape. */
export interface Head {
  readonly shape: Shape;
  newest: Row;
  readonly dirty: DirtyRanges;
}

function isNewer(row: Row, than: Row): boolean {
  return row.atUs > than.atUs || (row.atUs === than.atUs && row.arrival > than.arrival);
}

/** What a batch does to `telemetry_head`: per shape, in order of its number, its newest row and the minutes it touched. */
export function foldHeads(rows: readonly Row[], nowMs: number): Head[] {
  // By number: a device that was forgotten and read again has other objects for the same shapes.
  const heads = new Map<number, Head>();
  let shape: Shape | undefined;
  let head: Head | undefined;
  for (const row of rows) {
    // Messages of one device stand together, so most rows need no look-up.
    if (row.shape !== shape) {
      shape = row.shape;
      head = heads.get(shape.id);
      if (!head) heads.set(shape.id, (head = { shape, newest: row, dirty: new DirtyRanges(nowMs) }));
    }
    const current = head as Head;
    if (isNewer(row, current.newest)) current.newest = row;
    current.dirty.add(row.atUs / 1_000);
  }
  // Rows are locked in one order by everybody, so that two batches cannot wait for each other.
  return [...heads.values()].sort((a, b) => a.shape.id - b.shape.id);
}
