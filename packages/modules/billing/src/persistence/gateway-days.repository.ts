import type { TimeRange } from '@tenon/kernel';
import type pg from 'pg';

/** A day of a company of which no more points are taken; `points` is where it ended. */
export interface FullDay extends TimeRange {
  readonly points: number;
}

interface FullDayRow extends FullDay {
  readonly tenantId: string;
}

/** All companies' full days, by company. @param pool connections of the role tenon_ingest */
export async function readFullDays(pool: pg.Pool): Promise<ReadonlyMap<string, readonly FullDay[]>> {
  const { rows } = await pool.query<FullDayRow>(
    `SELECT tenant_id AS "tenantId", date_part('epoch', from_at) * 1000 AS "fromMs", date_part('epoch', to_at) * 1000 AS "toMs", points::float8 AS points FROM full_day`,
  );
  const days = new Map<string, FullDay[]>();
  for (const { tenantId, ...day } of rows) days.set(tenantId, [...(days.get(tenantId) ?? []), day]);
  return days;
}
