import type pg from 'pg';

/** From when on readings are kept, by company, in milliseconds since the epoch; no entry where no plan says so. @param pool connections of the role tenon_ingest */
export async function readKeptFrom(pool: pg.Pool): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ tenantId: string; fromMs: number }>(`SELECT tenant_id AS "tenantId", date_part('epoch', from_at) * 1000 AS "fromMs" FROM readings_kept`);
  return new Map(rows.map(({ tenantId, fromMs }) => [tenantId, fromMs]));
}
