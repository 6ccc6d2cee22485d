import { DEVICE_REQUEST_CHANNEL } from '@tenon/contracts/wire';
import type { GatewayMode } from '@tenon/domain/devices';
import type { ErrorDetails } from '@tenon/kernel';
import type pg from 'pg';
import type { DeviceRef } from './device-ref.js';

/** A machine that a gateway speaks of. */
export interface AskedChild {
  readonly gateway: DeviceRef;
  /** By which the gateway knows it. */
  readonly name: string;
  readonly typeName: string | null;
}

/** How it stands with such a machine: there, asked for, or refused lately and why. */
export interface ChildState {
  readonly gatewayId: string;
  readonly name: string;
  readonly mode: GatewayMode;
  readonly deviceId: string | null;
  /** Whether it is out of use. */
  readonly isRetired: boolean;
  readonly code: string | null;
  readonly details: ErrorDetails;
}

interface ChildRow { gateway_id: string; name: string; mode: GatewayMode; device_id: string | null; is_retired: boolean; code: string | null; details: ErrorDetails | null }

// What was refused is asked for again after a while: whoever could mend it may have. Rows are written in one order, so that two gateways never wait for each other.
const ASK = `
  WITH n AS MATERIALIZED (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS n (tenant_id, parent_id, name, type_name)),
  found AS MATERIALIZED (
    SELECT n.*, g.gateway_mode AS mode, c.id AS device_id, c.retired_at IS NOT NULL AS is_retired FROM n JOIN device g ON g.tenant_id = n.tenant_id AND g.id = n.parent_id
    LEFT JOIN device c ON c.tenant_id = n.tenant_id AND c.parent_id = n.parent_id AND c.known_as = n.name
  ), put AS (
    INSERT INTO device_request AS r (tenant_id, parent_id, name, type_name)
    SELECT tenant_id, parent_id, name, type_name FROM found WHERE device_id IS NULL AND mode = 'open' ORDER BY tenant_id, parent_id, name
    ON CONFLICT (tenant_id, parent_id, name) DO UPDATE SET state = 'asked', code = NULL, details = '{}', type_name = excluded.type_name, at = now()
    WHERE r.state = 'refused' AND r.at < now() - $5 * interval '1 millisecond'
    RETURNING 1
  ), told AS (SELECT pg_notify($6, '') FROM (SELECT count(*) AS asked FROM put) AS counted WHERE asked > 0)
  SELECT f.parent_id AS gateway_id, f.name, f.mode, f.device_id, f.is_retired, r.code, r.details, (SELECT count(*) FROM told) AS told
  FROM found f LEFT JOIN device_request r ON f.device_id IS NULL AND r.tenant_id = f.tenant_id AND r.parent_id = f.parent_id AND r.name = f.name
    AND r.state = 'refused' AND r.at >= now() - $5 * interval '1 millisecond'`;

/** What stands behind gateways, as the gateway process reads it, and its asking for what does not yet. */
export class ChildDeviceRepository {
  constructor(private readonly pool: pg.Pool) {}

  /**
   * Looks up each, and asks for those that are not there where their gateway may bring new ones. A gateway that was removed has no answer.
   * @param refusedMs for how long what was refused is not asked for again
   */
  async ask(children: readonly AskedChild[], refusedMs: number): Promise<ChildState[]> {
    const values = [
      children.map(({ gateway }) => gateway.tenantId),
      children.map(({ gateway }) => gateway.deviceId),
      children.map(({ name }) => name),
      children.map(({ typeName }) => typeName),
      refusedMs,
      DEVICE_REQUEST_CHANNEL,
    ];
    const { rows } = await this.pool.query<ChildRow>({ name: 'tenon-children', text: ASK, values });
    return rows.map(({ gateway_id: gatewayId, name, mode, device_id: deviceId, is_retired: isRetired, code, details }) => ({ gatewayId, name, mode, deviceId, isRetired, code, details: details ?? {} }));
  }
}
