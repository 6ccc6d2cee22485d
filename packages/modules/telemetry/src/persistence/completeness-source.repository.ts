import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { Cadence, GapPiece } from '@tenon/domain/ledger';
import type { TimeRange } from '@tenon/kernel';
import { grouped } from '../grouped.js';
import { instantMs, sqlInstant } from '../instant.js';
import { mergedRanges } from '../ranges/time-ranges.js';
import { toGap } from './ledger-gap.repository.js';

/** A machine as its completeness is reckoned. */
export interface CountedMachine extends Cadence {
  readonly deviceId: string;
  readonly name: string;
  /** Its last reading, where nothing has come since that the ledger has not looked at; else null. */
  readonly silentSinceMs: number | null;
}

/** What a machine's days and refusals come to within a range. */
export interface MachineSums {
  readonly deviceId: string;
  readonly kept: number;
  readonly repeats: number;
  readonly late: number;
  /** Absent readings that are in no gap of their own. */
  readonly absent: number;
  readonly clockMedianMs: number | null;
  readonly clockWorstMs: number | null;
}

/** Of one machine, or of all where none is named. */
export interface CompletenessScope {
  readonly range: TimeRange;
  readonly deviceId?: string | undefined;
}

/** Whole days by their sums, those at the edges by their cells. */
const cells = (column: string): string => `CASE WHEN low = 0 AND high = 96 THEN ${column}_sum ELSE (SELECT COALESCE(sum(cell), 0) FROM unnest(${column}[low + 1:high]) cell) END`;
const QUARTERS = (instant: string): string => `ceil(date_part('epoch', ${instant}::timestamptz - day::timestamp AT TIME ZONE 'UTC') / 900)::int`;
const OWN = (column: string): string => `($4::uuid IS NULL OR ${column} = $4)`;

/** What completeness is reckoned of. */
@Injectable()
export class CompletenessSourceRepository {
  /** Machines that there were before the range's end. */
  async machines(tx: TenantTx, { range: { toMs }, deviceId }: CompletenessScope): Promise<CountedMachine[]> {
    const rows = await tx.sql<Omit<CountedMachine, 'silentSinceMs'> & { lastAt: Date | null; headAt: number | null }>(
      `SELECT d.id AS "deviceId", d.name, m.interval_ms AS "intervalMs", COALESCE(m.basis, 'unknown') AS basis, m.last_at AS "lastAt", date_part('epoch', head.at) AS "headAt"
       FROM device d LEFT JOIN ledger_machine m ON m.tenant_id = d.tenant_id AND m.device_id = d.id
       LEFT JOIN (SELECT s.device_id, max(h.at) AS at FROM telemetry_head h JOIN telemetry_shape s ON s.tenant_id = h.tenant_id AND s.id = h.shape_id WHERE h.tenant_id = $1 GROUP BY 1) head ON head.device_id = d.id
       WHERE d.tenant_id = $1 AND d.created_at < $2::timestamptz AND ($3::uuid IS NULL OR d.id = $3) ORDER BY d.id`,
      [tx.tenantId, sqlInstant(toMs), deviceId ?? null],
    );
    return rows.map(({ lastAt, headAt, ...machine }) => ({ ...machine, silentSinceMs: lastAt && headAt !== null && instantMs(headAt) < lastAt.getTime() + 1 ? lastAt.getTime() : null }));
  }

  sums(tx: TenantTx, { range: { fromMs, toMs }, deviceId }: CompletenessScope): Promise<MachineSums[]> {
    return tx.sql<MachineSums>(
      `SELECT device_id AS "deviceId", sum(${cells('kept')})::float8 AS kept, sum(${cells('repeats')})::float8 AS repeats, sum(${cells('late')})::float8 AS late, sum(${cells('absent')})::float8 AS absent,
         percentile_disc(0.5) WITHIN GROUP (ORDER BY clock_median_ms) AS "clockMedianMs", (array_agg(clock_worst_ms ORDER BY abs(clock_worst_ms::bigint) DESC NULLS LAST))[1] AS "clockWorstMs"
       FROM (SELECT *, greatest(0, ${QUARTERS('$2')}) AS low, least(96, ${QUARTERS('$3')}) AS high FROM ledger_day
         WHERE tenant_id = $1 AND ${OWN('device_id')} AND day >= ($2::timestamptz AT TIME ZONE 'UTC')::date AND day < $3::timestamptz AT TIME ZONE 'UTC') cut
       GROUP BY device_id`,
      [tx.tenantId, sqlInstant(fromMs), sqlInstant(toMs), deviceId ?? null],
    );
  }

  /** Messages that were refused, and of them for a clock that is off. */
  refusals(tx: TenantTx, { range: { fromMs, toMs }, deviceId }: CompletenessScope): Promise<{ deviceId: string; refused: number; clockRefused: number }[]> {
    return tx.sql(
      `SELECT device_id AS "deviceId", sum(count)::float8 AS refused, sum(clock_count)::float8 AS "clockRefused" FROM refusal_tally
       WHERE tenant_id = $1 AND ${OWN('device_id')} AND at >= $2::timestamptz AND at < $3::timestamptz GROUP BY 1`,
      [tx.tenantId, sqlInstant(fromMs), sqlInstant(toMs), deviceId ?? null],
    );
  }

  /** A machine's refused messages by quarter-hour. */
  async refusalsByQuarter(tx: TenantTx, deviceId: string, { fromMs, toMs }: TimeRange): Promise<{ atMs: number; refused: number }[]> {
    const rows = await tx.sql<{ at: Date; refused: number }>(`SELECT at, count AS refused FROM refusal_tally WHERE tenant_id = $1 AND device_id = $2 AND at >= $3::timestamptz AND at < $4::timestamptz ORDER BY at`, [tx.tenantId, deviceId, sqlInstant(fromMs), sqlInstant(toMs)]);
    return rows.map(({ at, refused }) => ({ atMs: at.getTime(), refused }));
  }

  /** Gaps that reach into the range and are not filled. */
  async gaps(tx: TenantTx, { range: { fromMs, toMs }, deviceId }: CompletenessScope): Promise<ReadonlyMap<string, GapPiece[]>> {
    const rows = await tx.sql<Parameters<typeof toGap>[0]>(
      `SELECT device_id AS "deviceId", from_at AS "fromAt", to_at AS "toAt", cause, absent FROM ledger_gap
       WHERE tenant_id = $1 AND ${OWN('device_id')} AND from_at < $3::timestamptz AND to_at > $2::timestamptz AND filled_at IS NULL`,
      [tx.tenantId, sqlInstant(fromMs), sqlInstant(toMs), deviceId ?? null],
    );
    return grouped(rows.map(toGap), (gap) => gap.deviceId);
  }

  /** When machines were connected within the range; a machine that never was is not in it. */
  async connected(tx: TenantTx, { range: { fromMs, toMs }, deviceId }: CompletenessScope): Promise<ReadonlyMap<string, TimeRange[]>> {
    const rows = await tx.sql<{ deviceId: string; spans: [number, number | null][] | null }>(
      `SELECT d.device_id AS "deviceId", json_agg(json_build_array(date_part('epoch', from_at), date_part('epoch', to_at))) FILTER (WHERE from_at < $3::timestamptz AND (to_at IS NULL OR to_at > $2::timestamptz)) AS spans
       FROM connection_span d WHERE tenant_id = $1 AND ${OWN('d.device_id')} GROUP BY 1`,
      [tx.tenantId, sqlInstant(fromMs), sqlInstant(toMs), deviceId ?? null],
    );
    return new Map(rows.map(({ deviceId: id, spans }) => [id, mergedRanges((spans ?? []).map(([from, to]) => ({ fromMs: from * 1_000, toMs: to === null ? Infinity : to * 1_000 })))]));
  }
}
