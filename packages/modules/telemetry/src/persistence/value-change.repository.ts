import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { slicePoints, type BlockPoints } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { STORED_BLOCK, STORED_ROW, storedPoints, type StoredRow } from '../blocks/stored-points.js';
import { numberText, plainText } from '../blocks/value-text.js';
import { instantMs } from '../instant.js';
import { BOUNDS, EDGE, fewBlocks, lookParams } from './block-look.js';
import { distinctPoints } from './distinct-points.js';
import type { SeriesSource } from './series-source.repository.js';

/** A stretch of points in which a value did not change, or the last point looked at. */
export interface ValueChange {
  /** When the value began, as far as was looked. */
  readonly atMs: number;
  readonly value: string;
}

/** What one look found. */
export interface FoundChanges {
  /** Newest first. The last entry is the oldest point looked at, whether or not the value changed there. */
  readonly changes: ValueChange[];
  /** Whether there may be more. */
  readonly isFull: boolean;
}

/** A change among the rows behind all blocks, with how many points were looked at there; or a point before that, or a block. */
type ChangeRow = StoredRow & { readonly value: string | null; readonly looked: number | null };

const US_PER_MS = 1_000;

/** Where the values of a series changed. */
@Injectable()
export class ValueChangeRepository {
  /**
   * Where the value changed among the newest `limit` points of the range. What is not in blocks yet is compared in the database, which
   * gives the changes alone; before that there are blocks, and the few rows that came late.
   */
  async newest(tx: TenantTx, source: SeriesSource, range: TimeRange, limit: number): Promise<FoundChanges> {
    const { shapes } = source;
    if (shapes.length === 0) return { changes: [], isFull: false };
    const points = (bounds: string): string => distinctPoints({ shapes, bounds: `${BOUNDS} AND ${bounds}`, limit });
    const rows = await tx.sql<ChangeRow>(
      `WITH block AS MATERIALIZED (${fewBlocks(source, limit, false)}), edge AS MATERIALIZED (${EDGE}), changed AS (
         SELECT at, value, looked FROM (
           SELECT at, value, lead(value) OVER newest AS before, count(*) OVER ()::int AS looked FROM (
             SELECT at, coalesce(num::text, rich #>> '{}') AS value FROM (${points('at >= (SELECT at FROM edge)')}) p) v
           WINDOW newest AS (ORDER BY at DESC)) c
         WHERE before IS DISTINCT FROM value ORDER BY at DESC)
       SELECT date_part('epoch', at) AS at, NULL::float8 AS num, NULL::text AS rich, NULL::bytea AS bytes, value, looked FROM changed
       UNION ALL SELECT ${STORED_ROW}, NULL, NULL FROM (${points('at < (SELECT at FROM edge)')}) p
       UNION ALL SELECT ${STORED_BLOCK}, NULL, NULL FROM block`,
      lookParams(tx.tenantId, range),
    );
    const changes = rows.flatMap(({ at, value }) => (value === null ? [] : [{ atMs: instantMs(at ?? 0), value }]));
    const looked = rows.find((row) => row.looked !== null)?.looked ?? 0;
    if (looked === limit) return { changes, isFull: true };
    const stored = storedPoints(rows.filter(({ value }) => value === null), range);
    const before = slicePoints(stored, Math.max(0, stored.atUs.length - (limit - looked)), stored.atUs.length);
    return { changes: [...changes, ...changesOf(before)], isFull: looked + before.atUs.length === limit };
  }
}

/** Newest first, and the oldest point. */
function changesOf(points: BlockPoints): ValueChange[] {
  const changes: ValueChange[] = [];
  let later: ValueChange | undefined;
  for (let place = points.atUs.length - 1; place >= 0; place -= 1) {
    const point = { atMs: (points.atUs[place] as number) / US_PER_MS, value: textAt(points, place) };
    if (later && later.value !== point.value) changes.push(later);
    later = point;
  }
  return later ? [...changes, later] : changes;
}

function textAt({ num, rich }: BlockPoints, place: number): string {
  const text = rich?.[place];
  return text === null || text === undefined ? numberText(num[place] as number) : plainText(text);
}
