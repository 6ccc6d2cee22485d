import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { bug, type TimeRange } from '@tenon/kernel';
import { grouped } from '../grouped.js';
import { instantMs, sqlInstant } from '../instant.js';
import { seriesNotFound } from './series.repository.js';

/** Where a series stands: at `position` (from 1) of the messages of one shape. */
export interface ShapePosition {
  readonly shapeId: number;
  readonly position: number;
}

/** The shapes a series stands in; none, where nothing was sent yet. */
export interface SeriesSource {
  readonly seriesId: number;
  readonly shapes: readonly ShapePosition[];
}

interface SourceRow {
  seriesId: number;
  shapeId: number | null;
  position: number;
}

interface DirtyRow {
  seriesId: number;
  from: number;
  to: number;
}

/** What goes into SQL text, for the planner's statistics to be used; it comes from integer columns, and is checked once more. */
export function integer(value: number): number {
  if (!Number.isInteger(value)) throw bug('TELEMETRY.SHAPE', 'A shape, series or position is not a whole number.');
  return value;
}

/** Finds where a series' points stand. */
@Injectable()
export class SeriesSourceRepository {
  /**
   * The sources of these series, in the order asked for.
   * @throws AppError (not-found) SERIES.NOT_FOUND
   */
  async get(tx: TenantTx, seriesIds: readonly number[]): Promise<SeriesSource[]> {
    const rows = await tx.sql<SourceRow>(
      `SELECT n.id AS "seriesId", s.id AS "shapeId", array_position(s.series_ids, n.id) AS position
       FROM series n LEFT JOIN telemetry_shape s ON s.tenant_id = n.tenant_id AND s.device_id = n.device_id AND s.series_ids @> ARRAY[n.id]
       WHERE n.id = ANY($1::int[]) ORDER BY s.id`,
      [seriesIds],
    );
    const bySeries = grouped(rows, ({ seriesId }) => seriesId);
    return seriesIds.map((seriesId) => sourceOf(seriesId, bySeries.get(seriesId)));
  }

  /**
   * Spans of `range`, by series, whose roll-ups do not hold all that is stored. Ask before reading roll-ups: what is
   * rolled up in between is then read from points, which are right at any time.
   */
  async dirtyOf(tx: TenantTx, seriesIds: readonly number[], range: TimeRange): Promise<ReadonlyMap<number, TimeRange[]>> {
    const rows = await tx.sql<DirtyRow>(
      `SELECT n.id AS "seriesId", date_part('epoch', lower(r)) AS "from", date_part('epoch', upper(r)) AS "to"
       FROM series n JOIN telemetry_shape s ON s.tenant_id = n.tenant_id AND s.device_id = n.device_id AND s.series_ids @> ARRAY[n.id]
       JOIN telemetry_head h ON h.tenant_id = s.tenant_id AND h.shape_id = s.id
       CROSS JOIN LATERAL unnest(h.dirty * tstzmultirange(tstzrange($2, $3))) r
       WHERE n.id = ANY($1::int[])`,
      [seriesIds, sqlInstant(range.fromMs), sqlInstant(range.toMs)],
    );
    const bySeries = new Map<number, TimeRange[]>(seriesIds.map((seriesId) => [seriesId, []]));
    for (const row of rows) bySeries.get(row.seriesId)?.push({ fromMs: instantMs(row.from), toMs: instantMs(row.to) });
    return bySeries;
  }
}

function sourceOf(seriesId: number, own: readonly SourceRow[] | undefined): SeriesSource {
  if (!own) throw seriesNotFound(seriesId);
  return { seriesId, shapes: own.flatMap(({ shapeId, position }) => (shapeId === null ? [] : [{ shapeId, position }])) };
}
