import type pg from 'pg';
import type { DeviceRef } from './device-ref.js';

/** Values by key. */
export type Values = Readonly<Record<string, unknown>>;

/** Which keys of each side are wanted: `null` for all, absent for none. */
export interface WantedState {
  readonly client?: readonly string[] | null;
  readonly shared?: readonly string[] | null;
}

/** What a machine reports (client attributes) and what it is asked for (shared attributes), as far as they were wanted. */
export interface MachineState {
  readonly client: Values;
  readonly shared: Values;
}

/** What a machine is asked for anew since a version of its desired state. */
export interface DesiredChanges {
  readonly version: string;
  readonly values: Values;
  /** Keys that it is asked for no more. */
  readonly removed: readonly string[];
}

/** A machine, and the version up to which it was told; `null` where it is only to be known where it stands. */
export interface ToldUntil extends DeviceRef {
  readonly version: string | null;
}

const STATE = `
  SELECT
    (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(d.attributes) WHERE $3 AND ($4::text[] IS NULL OR key = ANY ($4))) AS client,
    (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM desired_attribute a
     WHERE a.tenant_id = d.tenant_id AND a.device_id = d.id AND a.value IS NOT NULL AND $5 AND ($6::text[] IS NULL OR key = ANY ($6))) AS shared
  FROM device d WHERE d.tenant_id = $1 AND d.id = $2`;

const CHANGES = `
  SELECT d.id AS device_id, d.desired_version::text AS version,
    coalesce((SELECT jsonb_object_agg(key, value) FROM desired_attribute a WHERE a.tenant_id = d.tenant_id AND a.device_id = d.id AND a.version > w.version AND a.value IS NOT NULL), '{}') AS values,
    ARRAY(SELECT key FROM desired_attribute a WHERE a.tenant_id = d.tenant_id AND a.device_id = d.id AND a.version > w.version AND a.value IS NULL ORDER BY key) AS removed
  FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS w (tenant_id, device_id, version) JOIN device d ON d.tenant_id = w.tenant_id AND d.id = w.device_id`;

/** Reads, for machines themselves, what they report and what they are asked for. */
export class MachineStateRepository {
  constructor(private readonly pool: pg.Pool) {}

  /** What a machine wants to know of itself; null where it was removed. */
  async read({ tenantId, deviceId }: DeviceRef, { client, shared }: WantedState): Promise<MachineState | null> {
    const values = [tenantId, deviceId, client !== undefined, client ?? null, shared !== undefined, shared ?? null];
    const { rows } = await this.pool.query<MachineState>({ name: 'tenon-machine-state', text: STATE, values });
    return rows[0] ?? null;
  }

  /** What these machines are asked for anew, by machine. */
  async changes(machines: readonly ToldUntil[]): Promise<Map<string, DesiredChanges>> {
    // Where a machine only wants to know where it stands, nothing is newer than this.
    const versions = machines.map(({ version }) => version ?? '9223372036854775807');
    const { rows } = await this.pool.query<DesiredChanges & { device_id: string }>({
      name: 'tenon-desired-changes',
      text: CHANGES,
      values: [machines.map(({ tenantId }) => tenantId), machines.map(({ deviceId }) => deviceId), versions],
    });
    return new Map(rows.map(({ device_id: deviceId, ...changes }) => [deviceId, changes]));
  }
}
