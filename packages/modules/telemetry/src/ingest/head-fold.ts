import type { Shape } from './layout.js';
import { DirtyRanges } from './dirty-ranges.js';
import type { Row } from './rows.js';

interface Head {
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

/** The statement that writes heads; its parameters are {@link headParams}. */
export const UPSERT_HEADS = `
  INSERT INTO telemetry_head AS h (tenant_id, shape_id, at, arrival, num, rich, dirty)
  SELECT tenant_id, shape_id, 'epoch'::timestamptz + at_us * interval '1 microsecond', arrival, num::float8[], rich::jsonb, dirty::tstzmultirange
  FROM unnest($1::uuid[], $2::int[], $3::float8[], $4::bigint[], $5::text[], $6::text[], $7::text[])
       AS n (tenant_id, shape_id, at_us, arrival, num, rich, dirty)
  ON CONFLICT (tenant_id, shape_id) DO UPDATE SET
    at = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.at ELSE h.at END,
    arrival = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.arrival ELSE h.arrival END,
    num = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.num ELSE h.num END,
    rich = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.rich ELSE h.rich END,
    dirty = CASE WHEN h.dirty @> excluded.dirty THEN h.dirty ELSE h.dirty + excluded.dirty END`;

/** Parameters of {@link UPSERT_HEADS}. */
export function headParams(heads: readonly Head[]): unknown[] {
  const columns: [string[], number[], number[], number[], string[], (string | null)[], string[]] = [[], [], [], [], [], [], []];
  for (const { shape, newest, dirty } of heads) {
    columns[0].push(shape.tenantId);
    columns[1].push(shape.id);
    columns[2].push(newest.atUs);
    columns[3].push(newest.arrival);
    columns[4].push(`{${newest.num.map((value) => value ?? 'NULL').join()}}`);
    columns[5].push(newest.rich);
    columns[6].push(dirty.toMultirange());
  }
  return columns;
}
