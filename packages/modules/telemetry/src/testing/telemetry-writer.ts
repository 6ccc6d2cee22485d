import { createPool } from '@tenon/db';
import type { MetricValue } from '@tenon/domain/telemetry';
import type pg from 'pg';
import { sqlInstant } from '../instant.js';

/** A message as a machine sent it; values in the order of its shape. */
export interface TestMessage {
  readonly atMs: number;
  readonly values: Readonly<Record<string, MetricValue>>;
  /** Later ones win; by default each is later than the one before. */
  readonly arrival?: number;
}

/** A machine for tests. */
export interface TestMachine {
  readonly tenantId: string;
  readonly deviceId: string;
}

/** Writes telemetry as the gateway's role, in the gateway's form: points, newest message and dirty minutes in one transaction. */
export class TelemetryWriter {
  private readonly pool: pg.Pool;
  private arrival = 1;
  private readonly ids = new Map<string, Promise<number>>();

  constructor(databaseUrl: string) {
    this.pool = createPool({ databaseUrl, role: 'tenon_ingest', max: 4, onError: () => undefined });
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** Stores messages; `beforeCommit` runs when all is written and nothing yet to be seen. */
  async write(machine: TestMachine, messages: readonly TestMessage[], beforeCommit: () => Promise<void> = async () => undefined): Promise<void> {
    for (const month of new Set(messages.map(({ atMs }) => sqlInstant(atMs).slice(0, 7)))) await this.pool.query(`SELECT tenon_ensure_month($1)`, [`${month}-01T00:00:00Z`]);
    const rows: unknown[][] = [];
    for (const message of messages) rows.push(await this.row(machine, message));
    const columns = [0, 1, 2, 3, 4, 5].map((column) => rows.map((row) => row[column]));
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(POINTS, columns);
      await client.query(HEADS, columns);
      await beforeCommit();
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  /** Finds or makes the series of a machine. */
  seriesId(machine: TestMachine, key: string, value: MetricValue): Promise<number> {
    return this.known(`${machine.deviceId} ${key}`, () => this.makeSeries(machine, key, value));
  }

  private known(name: string, make: () => Promise<number>): Promise<number> {
    const id = this.ids.get(name) ?? make();
    this.ids.set(name, id);
    return id;
  }

  private async makeSeries({ tenantId, deviceId }: TestMachine, key: string, value: MetricValue): Promise<number> {
    const kind = typeof value === 'string' ? 'text' : typeof value === 'object' ? 'json' : typeof value;
    const { rows } = await this.pool.query<{ id: number }>(
      `INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, device_id, key) DO UPDATE SET value_kind = series.value_kind RETURNING id`,
      [tenantId, deviceId, key, kind === 'number' ? 'gauge' : 'state', kind],
    );
    return rows[0]?.id ?? 0;
  }

  private async row(machine: TestMachine, { atMs, values, arrival }: TestMessage): Promise<unknown[]> {
    const entries = Object.entries(values);
    const seriesIds: number[] = [];
    for (const [key, value] of entries) seriesIds.push(await this.seriesId(machine, key, value));
    const num = entries.map(([, value]) => (typeof value !== 'number' ? 'NULL' : Object.is(value, -0) ? '-0' : String(value)));
    const rich = Object.fromEntries(entries.flatMap(([, value], index) => (typeof value === 'number' ? [] : [[String(index + 1), value]])));
    const shapeId = await this.known(seriesIds.join(), () => this.makeShape(machine, seriesIds));
    return [machine.tenantId, shapeId, sqlInstant(atMs), arrival ?? (this.arrival += 1), `{${num.join(',')}}`, Object.keys(rich).length > 0 ? JSON.stringify(rich) : null];
  }

  private async makeShape({ tenantId, deviceId }: TestMachine, seriesIds: readonly number[]): Promise<number> {
    const { rows } = await this.pool.query<{ id: number }>(
      `INSERT INTO telemetry_shape (tenant_id, device_id, series_ids) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id, device_id, series_ids) DO UPDATE SET series_ids = excluded.series_ids RETURNING id`,
      [tenantId, deviceId, seriesIds],
    );
    return rows[0]?.id ?? 0;
  }
}

const MESSAGE = `unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::bigint[], $5::text[], $6::jsonb[]) m (tenant_id, shape_id, at, arrival, num, rich)`;

const POINTS = `INSERT INTO telemetry (tenant_id, shape_id, at, arrival, num, rich) SELECT tenant_id, shape_id, at, arrival, num::float8[], rich FROM ${MESSAGE}`;

/** Heads are locked in one order, as in the gateway, so that two writers never wait for each other in a circle. */
const HEADS = `
INSERT INTO telemetry_head AS h (tenant_id, shape_id, at, arrival, num, rich, dirty)
SELECT DISTINCT ON (shape_id) tenant_id, shape_id, at, arrival, num::float8[], rich, dirty
FROM ${MESSAGE} JOIN (
  SELECT shape_id, range_agg(tstzrange(date_bin('1 minute', at, 'epoch'), date_bin('1 minute', at, 'epoch') + interval '1 minute')) AS dirty FROM ${MESSAGE} GROUP BY 1
) d USING (shape_id) ORDER BY shape_id, at DESC, arrival DESC
ON CONFLICT (tenant_id, shape_id) DO UPDATE SET dirty = h.dirty + excluded.dirty,
  at = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.at ELSE h.at END,
  arrival = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.arrival ELSE h.arrival END,
  num = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.num ELSE h.num END,
  rich = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.rich ELSE h.rich END`;
