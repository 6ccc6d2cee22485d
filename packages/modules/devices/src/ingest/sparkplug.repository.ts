import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import type pg from 'pg';
import type { DeviceRef } from './device-ref.js';

/** A metric that can be written, as it is shown and checked. */
export interface ListedMetric {
  readonly name: string;
  readonly type: string;
  readonly unit: string | null;
}

/** How an edge node, or a device behind one, stands in its Sparkplug session. */
export interface SparkplugState extends DeviceRef {
  /** One a connection: what an earlier one says late changes nothing. */
  readonly sessionId: string;
  readonly group: string;
  readonly node: string;
  /** Its name behind the node; null for the node itself. */
  readonly deviceName: string | null;
  readonly isAlive: boolean;
  readonly bornAtMs: number;
  readonly bdSeq: number | null;
  readonly lastSeq: number | null;
  readonly rebirthsAsked: number;
  readonly metricCount: number;
  readonly metrics: readonly ListedMetric[];
}

const ANNOUNCEMENT = `json_build_object('kind', 'command-changed', 'tenantId', tenant_id, 'deviceId', device_id)::text`;

// One that is alive takes the place of whichever stood there; the death of one says nothing of another.
const PUT = `
  WITH n AS MATERIALIZED (
    SELECT n.* FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::timestamptz[], $9::int[], $10::int[], $11::int[], $12::int[], $13::text[])
      AS n (tenant_id, device_id, session_id, group_name, node_name, device_name, is_alive, born_at, bd_seq, last_seq, rebirths_asked, metric_count, metrics)
    JOIN device d ON d.tenant_id = n.tenant_id AND d.id = n.device_id ORDER BY n.device_id
  ), put AS (
    INSERT INTO sparkplug_session AS s (tenant_id, device_id, session_id, gateway_id, group_name, node_name, device_name, is_alive, born_at, died_at, bd_seq, last_seq, rebirths_asked, metric_count, metrics)
    SELECT tenant_id, device_id, session_id, $14, group_name, node_name, device_name, is_alive, born_at, CASE WHEN NOT is_alive THEN now() END, bd_seq, last_seq, rebirths_asked, metric_count, metrics::jsonb FROM n
    ON CONFLICT (tenant_id, device_id) DO UPDATE SET
      session_id = excluded.session_id, gateway_id = excluded.gateway_id, group_name = excluded.group_name, node_name = excluded.node_name, device_name = excluded.device_name,
      is_alive = excluded.is_alive, born_at = excluded.born_at, died_at = CASE WHEN NOT excluded.is_alive THEN coalesce(s.died_at, now()) END, bd_seq = excluded.bd_seq, last_seq = excluded.last_seq,
      rebirths_asked = excluded.rebirths_asked, metric_count = excluded.metric_count, metrics = excluded.metrics
    WHERE s.session_id = excluded.session_id OR (excluded.is_alive AND (NOT s.is_alive OR s.born_at <= excluded.born_at))
    RETURNING s.tenant_id, s.device_id
  )
  SELECT pg_notify($15, ${ANNOUNCEMENT}) FROM put`;

const CLEAR = `
  WITH gone AS (UPDATE sparkplug_session SET is_alive = false, died_at = now() WHERE gateway_id = $1 AND is_alive RETURNING tenant_id, device_id)
  SELECT pg_notify($2, ${ANNOUNCEMENT}) FROM gone`;

/** `sparkplug_session`, as the gateway that calls itself `gatewayId` writes it. Each change is announced as it commits. */
export class SparkplugRepository {
  constructor(
    private readonly pool: pg.Pool,
    private readonly gatewayId: string,
  ) {}

  /** Nobody is alive whom an earlier process of this gateway left so. */
  async clear(): Promise<void> {
    await this.pool.query(CLEAR, [this.gatewayId, DEVICE_CHANNEL]);
  }

  async put(states: readonly SparkplugState[]): Promise<void> {
    const columns: ((state: SparkplugState) => unknown)[] = [
      ({ tenantId }) => tenantId,
      ({ deviceId }) => deviceId,
      ({ sessionId }) => sessionId,
      ({ group }) => group,
      ({ node }) => node,
      ({ deviceName }) => deviceName,
      ({ isAlive }) => isAlive,
      ({ bornAtMs }) => new Date(bornAtMs),
      ({ bdSeq }) => bdSeq,
      ({ lastSeq }) => lastSeq,
      ({ rebirthsAsked }) => rebirthsAsked,
      ({ metricCount }) => metricCount,
      ({ metrics }) => JSON.stringify(metrics),
    ];
    const values = [...columns.map((column) => states.map(column)), this.gatewayId, DEVICE_CHANNEL];
    await this.pool.query({ name: 'tenon-sparkplug', text: PUT, values });
  }
}
