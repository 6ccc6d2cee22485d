import type { Transaction } from '@tenon/db';
import { isoDate } from '@tenon/domain/energy';
import type { TimeRange } from '@tenon/kernel';

/** A local day with what it holds, and whether more of it is refused. */
export interface CountedDay {
  readonly localDay: number;
  readonly points: number;
  readonly isFull: boolean;
}

/** A local day and its instants. */
export interface DaySpan {
  readonly localDay: number;
  readonly range: TimeRange;
}

/** How many points these days hold, as the readings say. */
export function countDays(tx: Transaction, tenantId: string, days: readonly DaySpan[]): Promise<CountedDay[]> {
  return tx.sql(
    `SELECT d.day - DATE '1970-01-01' AS "localDay", COALESCE(sum(r.quantity), 0)::float8 AS points, EXISTS (SELECT 1 FROM full_day f WHERE f.tenant_id = $1 AND f.day = d.day) AS "isFull"
     FROM unnest($2::date[], $3::timestamptz[], $4::timestamptz[]) d (day, from_at, to_at)
     LEFT JOIN meter_reading r ON r.tenant_id = $1 AND r.meter = 'pointsADay' AND r.hour >= d.from_at AND r.hour < d.to_at
     GROUP BY d.day`,
    [tenantId, days.map(({ localDay }) => isoDate(localDay)), days.map(({ range }) => new Date(range.fromMs)), days.map(({ range }) => new Date(range.toMs))],
  );
}

/** The days of a company that are full. */
export async function listFullDays(tx: Transaction, tenantId: string): Promise<number[]> {
  const rows = await tx.sql<{ localDay: number }>(`SELECT day - DATE '1970-01-01' AS "localDay" FROM full_day WHERE tenant_id = $1`, [tenantId]);
  return rows.map(({ localDay }) => localDay);
}

/** The instants of full days that reach into a range, in order. */
export function listFullRanges(tx: Transaction, tenantId: string, { fromMs, toMs }: TimeRange): Promise<TimeRange[]> {
  return tx.sql<TimeRange>(
    `SELECT date_part('epoch', from_at) * 1000 AS "fromMs", date_part('epoch', to_at) * 1000 AS "toMs" FROM full_day WHERE tenant_id = $1 AND to_at > $2 AND from_at < $3 ORDER BY from_at`,
    [tenantId, new Date(fromMs), new Date(toMs)],
  );
}

/** Says that more of a day is refused; `points` is where it ends. */
export async function putFullDay(tx: Transaction, tenantId: string, { localDay, range }: DaySpan, points: number): Promise<void> {
  await tx.execute('INSERT INTO full_day (tenant_id, day, from_at, to_at, points) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [tenantId, isoDate(localDay), new Date(range.fromMs), new Date(range.toMs), points]);
}

/** Says that a day has room again. */
export async function deleteFullDay(tx: Transaction, tenantId: string, localDay: number): Promise<void> {
  await tx.execute('DELETE FROM full_day WHERE tenant_id = $1 AND day = $2', [tenantId, isoDate(localDay)]);
}
