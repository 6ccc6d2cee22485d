import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import type pg from 'pg';
import type { RefusalFold } from './refusal-fold.js';

/** A fold and how many of it are to be written now. */
export interface CountedFold {
  readonly fold: RefusalFold;
  readonly count: number;
}

/** Counts in the ledger what is counted beside it, in one statement, so that neither is without the other. */
const tally = (from: string): string => `
    INSERT INTO refusal_tally AS t (tenant_id, device_id, at, count, clock_count)
    SELECT tenant_id, device_id, date_bin('15 minutes', at, 'epoch'), sum(count), COALESCE(sum(count) FILTER (WHERE code LIKE 'TELEMETRY.CLOCK_%'), 0)
    FROM ${from} WHERE code LIKE 'TELEMETRY.%' OR code IN ('PAYLOAD.TOO_LARGE', 'PAYLOAD.BAD_ENCODING', 'RATE.LIMITED', 'QUOTA.REACHED') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (tenant_id, device_id, at) DO UPDATE SET count = t.count + excluded.count, clock_count = t.clock_count + excluded.clock_count`;

// A machine removed meanwhile is passed over. The ids are drawn first, so that each is known to belong to its place in the list.
const INSERT = `
  WITH n AS MATERIALIZED (
    SELECT n.*, nextval('device_refusal_id_seq') AS id
    FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::jsonb[], $6::text[], $7::int[], $8::text[])
         WITH ORDINALITY AS n (tenant_id, device_id, at, code, details, sample, count, door, place)
    JOIN device d ON d.tenant_id = n.tenant_id AND d.id = n.device_id
  ), put AS (
    INSERT INTO device_refusal (tenant_id, id, device_id, at, code, details, sample, count, door)
    SELECT tenant_id, id, device_id, at, code, details, sample, count, door FROM n
  ), tallied AS (${tally('n')}
  ), told AS (
    SELECT pg_notify($9, json_build_object('kind', 'changed', 'tenantId', tenant_id, 'deviceId', device_id)::text)
    FROM (SELECT DISTINCT tenant_id, device_id FROM n) AS devices
  )
  SELECT place::int, id FROM n WHERE (SELECT count(*) FROM told) >= 0`;

const REPEAT = `
  WITH repeated AS (
    UPDATE device_refusal r SET count = r.count + n.count, at = n.at, details = n.details, sample = n.sample
    FROM unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::jsonb[], $5::text[], $6::int[]) AS n (tenant_id, id, at, details, sample, count)
    WHERE r.tenant_id = n.tenant_id AND r.id = n.id RETURNING r.tenant_id, r.device_id, r.code, n.at, n.count
  )${tally('repeated')}`;

const KEEP_NEWEST = `
  DELETE FROM device_refusal r USING (
    SELECT DISTINCT n.tenant_id, n.device_id, oldest.at
    FROM unnest($1::uuid[], $2::uuid[]) AS n (tenant_id, device_id),
    LATERAL (SELECT at FROM device_refusal k WHERE k.tenant_id = n.tenant_id AND k.device_id = n.device_id ORDER BY at DESC OFFSET $3 LIMIT 1) AS oldest
  ) AS d
  WHERE r.tenant_id = d.tenant_id AND r.device_id = d.device_id AND r.at <= d.at`;

/** The gateway's side of `device_refusal` and `refusal_tally`. */
export class IngestRefusalRepository {
  constructor(private readonly pool: pg.Pool) {}

  /** Adds a row for each fold and gives it its id; then drops what is older than the newest `kept` of those machines. */
  async insert(folds: readonly CountedFold[], kept: number): Promise<void> {
    const tenantIds = folds.map(({ fold }) => fold.device.tenantId);
    const deviceIds = folds.map(({ fold }) => fold.device.deviceId);
    const { rows } = await this.pool.query<{ place: number; id: string }>(INSERT, [
      tenantIds,
      deviceIds,
      folds.map(({ fold }) => new Date(fold.atMs)),
      folds.map(({ fold }) => fold.code),
      folds.map(({ fold }) => JSON.stringify(fold.details)),
      folds.map(({ fold }) => fold.sample),
      folds.map(({ count }) => count),
      folds.map(({ fold }) => fold.door),
      DEVICE_CHANNEL,
    ]);
    for (const { place, id } of rows) {
      const counted = folds[place - 1];
      if (counted) counted.fold.id = id;
    }
    await this.pool.query(KEEP_NEWEST, [tenantIds, deviceIds, kept]);
  }

  /** Adds to the rows of folds that have one. */
  async repeat(folds: readonly CountedFold[]): Promise<void> {
    await this.pool.query(REPEAT, [
      folds.map(({ fold }) => fold.device.tenantId),
      folds.map(({ fold }) => fold.id),
      folds.map(({ fold }) => new Date(fold.atMs)),
      folds.map(({ fold }) => JSON.stringify(fold.details)),
      folds.map(({ fold }) => fold.sample),
      folds.map(({ count }) => count),
    ]);
  }
}
