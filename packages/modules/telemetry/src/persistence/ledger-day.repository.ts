import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { clockErrorOf, type Tally, zeros } from '@tenon/domain/ledger';

/** A machine's day of UTC in its ledger. */
export interface LedgerDay extends Tally {
  readonly deviceId: string;
  readonly dayMs: number;
  /** Absent readings that are in no gap of their own. */
  readonly absent: number[];
  /** Of repeats and late ones those that are in blocks. */
  readonly foldedRepeats: readonly number[];
  readonly foldedLate: readonly number[];
  /** Places that stay as they were counted, as readings of them were deleted. */
  readonly frozen: readonly number[];
}

interface DayRow extends Omit<LedgerDay, 'dayMs'> {
  day: number;
}

const COLUMNS = `device_id AS "deviceId", date_part('epoch', day::timestamp) AS day, kept, repeats, late, absent, clock_ms AS "clockMs", folded_repeats AS "foldedRepeats", folded_late AS "foldedLate", frozen`;

/** A day of which nothing is known yet. */
export function emptyDay(deviceId: string, dayMs: number): LedgerDay {
  return { deviceId, dayMs, kept: zeros(), repeats: zeros(), late: zeros(), absent: zeros(), clockMs: zeros().map(() => null), foldedRepeats: zeros(), foldedLate: zeros(), frozen: [] };
}

const dateOf = (dayMs: number): string => new Date(dayMs).toISOString().slice(0, 10);
const sum = (cells: readonly number[]): number => cells.reduce((total, cell) => total + cell, 0);
const added = (column: string): string => `ARRAY(SELECT mine + more FROM unnest(d.${column}, excluded.${column}) WITH ORDINALITY AS cell (mine, more, place) ORDER BY place)`;

/** Days of the ledger. Who writes one holds its machine's ledger. */
@Injectable()
export class LedgerDayRepository {
  async find(tx: TenantTx, deviceId: string, dayMs: number): Promise<LedgerDay | undefined> {
    const [row] = await tx.sql<DayRow>(`SELECT ${COLUMNS} FROM ledger_day WHERE tenant_id = $1 AND device_id = $2 AND day = $3`, [tx.tenantId, deviceId, dateOf(dayMs)]);
    return row && toDay(row);
  }

  /** A machine's days in order, from the one of an instant to before the other. */
  async between(tx: TenantTx, deviceId: string, { fromMs, toMs }: { fromMs: number; toMs: number }): Promise<LedgerDay[]> {
    const rows = await tx.sql<DayRow>(`SELECT ${COLUMNS} FROM ledger_day WHERE tenant_id = $1 AND device_id = $2 AND day >= $3 AND day < $4::timestamptz AT TIME ZONE 'UTC' ORDER BY day`, [tx.tenantId, deviceId, dateOf(fromMs), new Date(toMs)]);
    return rows.map(toDay);
  }

  /** Days of a machine with places that stay as they are. */
  async frozen(tx: TenantTx, deviceId: string): Promise<Pick<LedgerDay, 'dayMs' | 'frozen'>[]> {
    const rows = await tx.sql<Pick<DayRow, 'day' | 'frozen'>>(`SELECT date_part('epoch', day::timestamp) AS day, frozen FROM ledger_day WHERE tenant_id = $1 AND device_id = $2 AND frozen <> '{}' ORDER BY day`, [tx.tenantId, deviceId]);
    return rows.map(({ day, frozen }) => ({ dayMs: day * 1_000, frozen }));
  }

  /** Writes a day where it differs from what stands there; what was folded into blocks, and what is frozen, is not this one's to say. */
  async put(tx: TenantTx, { deviceId, dayMs, kept, repeats, late, absent, clockMs }: LedgerDay): Promise<void> {
    const clock = clockErrorOf(clockMs);
    await tx.execute(
      `INSERT INTO ledger_day AS d (tenant_id, device_id, day, kept, repeats, late, absent, clock_ms, folded_repeats, folded_late, frozen, kept_sum, repeats_sum, late_sum, absent_sum, clock_median_ms, clock_worst_ms)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, '{}', $10, $11, $12, $13, $14, $15)
       ON CONFLICT (tenant_id, device_id, day) DO UPDATE SET kept = excluded.kept, repeats = excluded.repeats, late = excluded.late, absent = excluded.absent, clock_ms = excluded.clock_ms,
         kept_sum = excluded.kept_sum, repeats_sum = excluded.repeats_sum, late_sum = excluded.late_sum, absent_sum = excluded.absent_sum,
         clock_median_ms = excluded.clock_median_ms, clock_worst_ms = excluded.clock_worst_ms, changed_at = now()
       WHERE (d.kept, d.repeats, d.late, d.absent, d.clock_ms) IS DISTINCT FROM (excluded.kept, excluded.repeats, excluded.late, excluded.absent, excluded.clock_ms)`,
      [tx.tenantId, deviceId, dateOf(dayMs), kept, repeats, late, absent, clockMs, zeros(), sum(kept), sum(repeats), sum(late), sum(absent), clock?.medianMs ?? null, clock?.worstMs ?? null],
    );
  }

  /** Keeps what rows told that go into blocks, which do not tell it. */
  async fold(tx: TenantTx, deviceId: string, dayMs: number, { repeats, late }: Pick<Tally, 'repeats' | 'late'>): Promise<void> {
    if (sum(repeats) + sum(late) === 0) return;
    await tx.execute(
      `INSERT INTO ledger_day AS d (tenant_id, device_id, day, kept, repeats, late, absent, clock_ms, folded_repeats, folded_late, frozen, kept_sum, repeats_sum, late_sum, absent_sum)
       SELECT $1, id, $3, $6, $4, $5, $6, $7, $4, $5, '{}', 0, $8, $9, 0 FROM device WHERE tenant_id = $1 AND id = $2
       ON CONFLICT (tenant_id, device_id, day) DO UPDATE SET folded_repeats = ${added('folded_repeats')}, folded_late = ${added('folded_late')}`,
      [tx.tenantId, deviceId, dateOf(dayMs), repeats, late, zeros(), zeros().map(() => null), sum(repeats), sum(late)],
    );
  }

  /** Lets places of a day stay as they were counted. */
  async freeze(tx: TenantTx, deviceId: string, dayMs: number, places: readonly number[]): Promise<void> {
    await tx.execute(
      `UPDATE ledger_day SET frozen = ARRAY(SELECT DISTINCT place FROM unnest(frozen || $4::int[]) place ORDER BY place) WHERE tenant_id = $1 AND device_id = $2 AND day = $3`,
      [tx.tenantId, deviceId, dateOf(dayMs), places],
    );
  }
}

function toDay({ day, ...row }: DayRow): LedgerDay {
  return { ...row, dayMs: day * 1_000 };
}
