import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { pointLines, type RowLine } from '../blocks/point-lines.js';
import { distinctPoints } from './distinct-points.js';
import { integer, type SeriesSource } from './series-source.repository.js';

/** Rows that are held at a time. */
const PIECE = 5_000;
/** Written in the database, where it costs a fraction of what it would here: the time, the kind of value, the value as JSON. */
const LINE = `to_char(p.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ||
  CASE WHEN p.num IS NOT NULL THEN ',number,' || p.num::text ELSE ',' || jsonb_typeof(p.rich) || ',"' || replace(p.rich::text, '"', '""') || '"' END || E'\\r\\n'`;

/** A series' points as lines of CSV. */
@Injectable()
export class PointLineRepository {
  /**
   * All of them, oldest first and one a stamp, piece by piece; of those in rows, what arrived until an instant. What is in blocks
   * arrived long before, or else late to a day that was made a block since.
   */
  async *lines(tx: TenantTx, source: SeriesSource, through: Date): AsyncGenerator<string[], void, void> {
    if (source.shapes.length === 0) return;
    const points = distinctPoints({ shapes: source.shapes, bounds: 'arrival < $1::bigint', isOldestFirst: true });
    const arrivalUs = (through.getTime() + 1) * 1_000;
    const rows = tx.pieces<RowLine>(`SELECT date_part('epoch', at) AS at, ${LINE} AS line FROM (${points}) p WHERE p.num IS NOT NULL OR p.rich IS NOT NULL`, [arrivalUs], PIECE);
    const blocks = tx.pieces<{ bytes: Buffer }>(`SELECT bytes FROM telemetry_block WHERE tenant_id = $1 AND series_id = ${integer(source.seriesId)} ORDER BY at`, [tx.tenantId], 1);
    yield* pointLines(rows, blocks);
  }
}
