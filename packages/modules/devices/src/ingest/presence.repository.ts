import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import type pg from 'pg';
import type { DeviceRef } from './device-ref.js';

/** What is known of a machine's connection to this gateway. */
export interface PresenceRow extends DeviceRef {
  readonly isConnected: boolean;
  readonly seenAtMs: number | null;
}

const ANNOUNCEMENT = `json_build_object('kind', 'presence', 'tenantId', tenant_id, 'deviceId', device_id)::text`;

const CLEAR = `
  WITH gone AS (UPDATE device_presence SET is_connected = false WHERE gateway_id = $1 AND is_connected RETURNING tenant_id, device_id),
  ended AS (
    UPDATE connection_span s SET to_at = greatest(s.from_at, COALESCE((SELECT to_at FROM gateway_span WHERE gateway_id = $1 ORDER BY from_at DESC OFFSET 1 LIMIT 1), now()))
    FROM gone WHERE s.tenant_id = gone.tenant_id AND s.device_id = gone.device_id AND s.to_at IS NULL
  )
  SELECT pg_notify($2, ${ANNOUNCEMENT}) FROM gone`;

/** A connection that comes back so soon goes on in the ledger, so that one that flaps is few rows. */
const SOON = `interval '10 seconds'`;

// A machine removed meanwhile is passed over, and one that another gateway has now is not declared gone by this one.
// How long a machine was connected is kept by the same statement. Rows are locked in one order. `before` reads the snapshot, so what changed is what differs from it.
const PUT = `
  WITH n AS MATERIALIZED (
    SELECT n.* FROM unnest($1::uuid[], $2::uuid[], $3::bool[], $4::timestamptz[]) AS n (tenant_id, device_id, is_connected, seen_at)
    JOIN device d ON d.tenant_id = n.tenant_id AND d.id = n.device_id
    ORDER BY n.device_id
  ), before AS MATERIALIZED (
    SELECT p.tenant_id, p.device_id, p.is_connected FROM device_presence p JOIN n ON n.tenant_id = p.tenant_id AND n.device_id = p.device_id
  ), put AS (
    INSERT INTO device_presence AS p (tenant_id, device_id, is_connected, last_seen_at, gateway_id)
    SELECT tenant_id, device_id, is_connected, seen_at, $5 FROM n
    ON CONFLICT (tenant_id, device_id) DO UPDATE SET
      is_connected = CASE WHEN excluded.is_connected OR p.gateway_id = excluded.gateway_id THEN excluded.is_connected ELSE p.is_connected END,
      gateway_id = CASE WHEN excluded.is_connected OR p.gateway_id IS NULL THEN excluded.gateway_id ELSE p.gateway_id END,
      last_seen_at = greatest(p.last_seen_at, excluded.last_seen_at)
    RETURNING p.tenant_id, p.device_id, p.is_connected
  ), turned AS (
    SELECT put.* FROM put LEFT JOIN before USING (tenant_id, device_id) WHERE COALESCE(before.is_connected, false) <> put.is_connected
  ), ended AS (
    UPDATE connection_span s SET to_at = now() FROM turned t WHERE NOT t.is_connected AND s.tenant_id = t.tenant_id AND s.device_id = t.device_id AND s.to_at IS NULL
  ), resumed AS (
    UPDATE connection_span s SET to_at = NULL, gateway_id = $5 FROM turned t
    WHERE t.is_connected AND s.tenant_id = t.tenant_id AND s.device_id = t.device_id AND s.to_at >= now() - ${SOON} RETURNING s.tenant_id, s.device_id
  ), begun AS (
    INSERT INTO connection_span (tenant_id, device_id, from_at, gateway_id)
    SELECT tenant_id, device_id, now(), $5 FROM turned t WHERE is_connected AND NOT EXISTS (SELECT FROM resumed r WHERE r.tenant_id = t.tenant_id AND r.device_id = t.device_id)
    ON CONFLICT DO NOTHING
  )
  SELECT pg_notify($6, ${ANNOUNCEMENT}) FROM put LEFT JOIN before USING (tenant_id, device_id)
  WHERE before.is_connected IS DISTINCT FROM put.is_connected`;

/** `device_presence` and `connection_span`, written by the gateway that calls itself `gatewayId`. Each change of connection is announced as it commits. */
export class PresenceRepository {
  constructor(
    private readonly pool: pg.Pool,
    private readonly gatewayId: string,
  ) {}

  /** Clears what an earlier process of this gateway left standing when it was killed; its connections ended when it last told of itself. */
  async clear(): Promise<void> {
    await this.pool.query(CLEAR, [this.gatewayId, DEVICE_CHANNEL]);
  }

  async put(rows: readonly PresenceRow[]): Promise<void> {
    const values = [
      rows.map(({ tenantId }) => tenantId),
      rows.map(({ deviceId }) => deviceId),
      rows.map(({ isConnected }) => isConnected),
      rows.map(({ seenAtMs }) => (seenAtMs === null ? null : new Date(seenAtMs))),
      this.gatewayId,
      DEVICE_CHANNEL,
    ];
    await this.pool.query({ name: 'tenon-presence', text: PUT, values });
  }
}
