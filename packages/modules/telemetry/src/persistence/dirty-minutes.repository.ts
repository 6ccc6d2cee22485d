import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { MINUTE_MS, tenantId, type TenantId, type TimeRange } from '@tenon/kernel';
import { grouped } from '../grouped.js';
import { mergedRanges } from '../ranges/time-ranges.js';
import { instantMs, sqlInstant } from '../instant.js';
import { tryLockRollUps } from './roll-up-lock.js';

/** Minutes of one machine that are to be rolled up anew, for these of its series. */
export interface DirtyMinutes {
  readonly deviceId: string;
  readonly seriesIds: readonly number[];
  /** Whole minutes, in order and apart. */
  readonly ranges: readonly TimeRange[];
}

/** What one claim took. */
export interface Claim {
  readonly machines: readonly DirtyMinutes[];
  /** Counted by shape. */
  readonly minutes: number;
  /** Whether more is to be expected behind it. */
  readonly hasMore: boolean;
}

/** Heads looked at in one claim; all of them are locked until it commits, and the gateway waits for a locked head. */
const MAX_HEADS = 100;

interface ClaimRow {
  deviceId: string;
  seriesIds: number[];
  from: number[];
  to: number[];
}

/** The minutes whose roll-ups are out of date, as the gateway marked them beside each shape's newest message. */
@Injectable()
export class DirtyMinutesRepository {
  /** Companies with dirty minutes before `beforeMs`. */
  async companies(tx: SystemTx, beforeMs: number): Promise<TenantId[]> {
    const rows = await tx.sql<{ id: string }>(`SELECT DISTINCT tenant_id AS id FROM telemetry_head WHERE lower(dirty) < $1`, [sqlInstant(beforeMs)]);
    return rows.map(({ id }) => tenantId(id));
  }

  /** Makes this the company's only roll-up until the transaction ends, or says that another is at it. */
  begin(tx: TenantTx): Promise<boolean> {
    return tryLockRollUps(tx);
  }

  /**
   * Takes up to `limit` dirty minutes before `beforeMs` off their heads, the newest first: people look at those most.
   *
   * Nothing is lost in a race with the gateway, which commits points and marks together. A message that committed before
   * the claim is seen by the statements after it, as each sees all that committed before it began (READ COMMITTED). One
   * that commits after must mark the head, and so waits until the claim's transaction ends and marks it once more.
   * Nothing waits in a circle either: a head the gateway holds is skipped, left for the next time, so a roll-up never
   * waits while it holds something.
   */
  async claim(tx: TenantTx, beforeMs: number, limit: number): Promise<Claim> {
    const rows = await tx.sql<ClaimRow>(CLAIM, [tx.tenantId, sqlInstant(beforeMs), MAX_HEADS, limit]);
    const minutes = rows.flatMap(rangesOf).reduce((sum, { fromMs, toMs }) => sum + (toMs - fromMs) / MINUTE_MS, 0);
    return { machines: [...grouped(rows, ({ deviceId }) => deviceId)].map(ofMachine), minutes, hasMore: minutes >= limit || rows.length === MAX_HEADS };
  }
}

function ofMachine([deviceId, shapes]: [string, ClaimRow[]]): DirtyMinutes {
  return { deviceId, seriesIds: [...new Set(shapes.flatMap(({ seriesIds }) => seriesIds))], ranges: mergedRanges(shapes.flatMap(rangesOf)) };
}

function rangesOf({ from, to }: ClaimRow): TimeRange[] {
  return from.map((seconds, index) => ({ fromMs: instantMs(seconds), toMs: instantMs(to[index] ?? seconds) }));
}

/**
 * Each range is counted in minutes, newest first; the one that crosses the limit gives its newest part. The ledger of gaps is told of the same ranges, by
 * quarters of an hour: what it has not looked at yet is lost as little as what is not rolled up yet.
 */
const CLAIM = `
WITH candidate AS MATERIALIZED (
  SELECT shape_id, dirty * tstzmultirange(tstzrange(NULL, $2)) AS due FROM telemetry_head
  WHERE tenant_id = $1 AND lower(dirty) < $2::timestamptz
  ORDER BY upper(dirty) DESC, shape_id LIMIT $3 FOR UPDATE SKIP LOCKED
), piece AS (
  SELECT shape_id, date_bin('1 minute', lower(r), 'epoch') AS from_at,
    date_bin('1 minute', upper(r) + interval '59.999999 seconds', 'epoch') AS to_at
  FROM candidate CROSS JOIN LATERAL unnest(due) r
), counted AS (
  SELECT *, round(date_part('epoch', to_at - from_at) / 60) AS minutes FROM piece
), running AS (
  SELECT *, sum(minutes) OVER (ORDER BY to_at DESC, from_at, shape_id) - minutes AS before FROM counted
), taken AS (
  SELECT shape_id, range_agg(tstzrange(greatest(from_at, to_at - ($4 - before) * interval '1 minute'), to_at)) AS ranges
  FROM running WHERE before < $4 GROUP BY shape_id
), claimed AS (
  UPDATE telemetry_head h SET dirty = h.dirty - taken.ranges FROM taken
  WHERE h.tenant_id = $1 AND h.shape_id = taken.shape_id RETURNING h.shape_id, taken.ranges
), due AS (
  INSERT INTO ledger_due (tenant_id, device_id, from_at, to_at)
  SELECT DISTINCT $1::uuid, s.device_id, date_bin('15 minutes', lower(r), 'epoch'), date_bin('15 minutes', upper(r) + interval '14 minutes 59.999999 seconds', 'epoch')
  FROM claimed JOIN telemetry_shape s ON s.tenant_id = $1 AND s.id = claimed.shape_id CROSS JOIN LATERAL unnest(claimed.ranges) r
)
SELECT s.device_id AS "deviceId", s.series_ids AS "seriesIds",
  ARRAY(SELECT date_part('epoch', lower(r)) FROM unnest(ranges) r) AS "from", ARRAY(SELECT date_part('epoch', upper(r)) FROM unnest(ranges) r) AS "to"
FROM claimed JOIN telemetry_shape s ON s.tenant_id = $1 AND s.id = claimed.shape_id`;
