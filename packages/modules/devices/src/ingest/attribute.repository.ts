import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import type pg from 'pg';
import type { DeviceRef } from './device-ref.js';

/** What a machine's attributes may take together, as PostgreSQL writes them. */
export const MAX_STORED_BYTES = 65_536;

/** What became of a machine's facts: `held` when its row is locked by somebody else and nothing was done. A machine that was removed has no outcome. */
export type MergeOutcome = 'stored' | 'too-large' | 'held';

/** What a machine said of itself. */
export interface DeviceFacts extends DeviceRef {
  readonly facts: Readonly<Record<string, unknown>>;
}

interface MergeRow { device_id: string; is_free: boolean; is_stored: boolean }

// What a machine has once said of itself stays until it says otherwise. Rows that are locked are passed over: one of them must not hold all others up.
const MERGE = `
  WITH n AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::jsonb[], $6::jsonb[]) AS n (tenant_id, device_id, facts, said_at)),
  free AS MATERIALIZED (
    SELECT d.tenant_id, d.id, n.facts, n.said_at FROM n JOIN device d ON d.tenant_id = n.tenant_id AND d.id = n.device_id
    FOR NO KEY UPDATE OF d SKIP LOCKED
  ), put AS (
    UPDATE device d SET attributes = d.attributes || free.facts, reported_at = d.reported_at || free.said_at, reported_version = d.reported_version + 1 FROM free
    WHERE d.tenant_id = free.tenant_id AND d.id = free.id AND octet_length((d.attributes || free.facts)::text) <= $4
    RETURNING d.tenant_id, d.id
  ), told AS (
    SELECT pg_notify($5, json_build_object('kind', 'changed', 'tenantId', tenant_id, 'deviceId', id)::text) FROM put
  )
  SELECT d.id AS device_id, free.id IS NOT NULL AS is_free, put.id IS NOT NULL AS is_stored, (SELECT count(*) FROM told) AS told
  FROM n JOIN device d ON d.tenant_id = n.tenant_id AND d.id = n.device_id LEFT JOIN free ON free.id = d.id LEFT JOIN put ON put.id = d.id`;

const STATEMENT_TIMEOUT_MS = 5_000;
// The server gives up first; this is for a server that no longer answers: its connection is given up, and with it its query.
const ANSWER_TIMEOUT_MS = 10_000;

/** `device.attributes`, as the gateway writes them. */
export class AttributeRepository {
  constructor(
    private readonly pool: pg.Pool,
    private readonly statementTimeoutMs = STATEMENT_TIMEOUT_MS,
  ) {}

  /** Merges each machine's facts over what was known of it, in one transaction. @returns what became of them, by machine */
  async merge(facts: readonly DeviceFacts[]): Promise<Map<string, MergeOutcome>> {
    const client = await this.pool.connect();
    let isHeld = true;
    const release = (isBroken: boolean): void => {
      if (isHeld) client.release(isBroken);
      isHeld = false;
    };
    const watchdog = setTimeout(() => release(true), ANSWER_TIMEOUT_MS);
    try {
      await client.query(`BEGIN; SET LOCAL statement_timeout = ${this.statementTimeoutMs}`);
      const { rows } = await client.query<MergeRow>(MERGE, params(facts));
      await client.query('COMMIT');
      release(false);
      return new Map(rows.map((row) => [row.device_id, outcomeOf(row)]));
    } catch (error) {
      // Nobody knows what state it is in; the server rolls back what it held.
      release(true);
      throw error;
    } finally {
      clearTimeout(watchdog);
    }
  }
}

function params(facts: readonly DeviceFacts[]): unknown[] {
  return [
    facts.map(({ tenantId }) => tenantId),
    facts.map(({ deviceId }) => deviceId),
    facts.map((device) => JSON.stringify(device.facts)),
    MAX_STORED_BYTES,
    DEVICE_CHANNEL,
    facts.map((device) => JSON.stringify(saidAt(device))),
  ];
}

/** When each key was said: all that is stored at once counts as said now. */
function saidAt({ facts }: DeviceFacts): Record<string, number> {
  const nowMs = Date.now();
  return Object.fromEntries(Object.keys(facts).map((key) => [key, nowMs]));
}

function outcomeOf({ is_free: isFree, is_stored: isStored }: MergeRow): MergeOutcome {
  if (!isFree) return 'held';
  return isStored ? 'stored' : 'too-large';
}
