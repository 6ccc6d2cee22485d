import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import { decodeAttributes, type DecodeLimits } from '@tenon/domain/telemetry';
import { invalid, notFound, toAppError, unavailable, type AppError } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { Coalescer } from './coalescer.js';
import type { DeviceRef } from './device-ref.js';

const MAX_STORED_BYTES = 65_536;

interface Write {
  readonly device: DeviceRef;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly done: (error: AppError | null) => void;
}

// A key sent again replaces its value; what a machine has once said of itself stays until it says otherwise.
const MERGE = `
  WITH n AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::jsonb[]) AS n (tenant_id, device_id, facts)),
  put AS (
    UPDATE device d SET attributes = d.attributes || n.facts FROM n
    WHERE d.tenant_id = n.tenant_id AND d.id = n.device_id AND octet_length((d.attributes || n.facts)::text) <= $4
    RETURNING d.tenant_id, d.id
  ), told AS (
    SELECT pg_notify($5, json_build_object('kind', 'changed', 'tenantId', tenant_id, 'deviceId', id)::text) FROM put
  )
  SELECT d.id AS device_id, put.id IS NOT NULL AS is_stored, (SELECT count(*) FROM told) AS told
  FROM n JOIN device d ON d.tenant_id = n.tenant_id AND d.id = n.device_id LEFT JOIN put ON put.id = d.id`;

/** Merges what machines say of themselves into `device.attributes`; answers after COMMIT. */
export class AttributeWriter {
  private readonly writes: Coalescer<Write>;

  constructor(
    private readonly pool: pg.Pool,
    private readonly limits: DecodeLimits,
    private readonly log: Log,
  ) {
    this.writes = new Coalescer(10, (batch) => this.store(batch));
  }

  /** Takes one attributes payload; `done` is told once, `null` after COMMIT, else an AppError: ATTRIBUTE.*, DEVICE.NOT_FOUND, DB.UNAVAILABLE. */
  submit(device: DeviceRef, text: string, done: (error: AppError | null) => void): void {
    try {
      this.writes.add({ device, facts: Object.fromEntries(decodeAttributes(text, this.limits)), done });
    } catch (error) {
      done(toAppError(error));
    }
  }

  /** Resolves when everything taken so far is answered. */
  settled(): Promise<void> {
    return this.writes.settled();
  }

  private async store(batch: readonly Write[]): Promise<void> {
    const merged = new Map<string, Write[]>();
    for (const write of batch) merged.set(write.device.deviceId, [...(merged.get(write.device.deviceId) ?? []), write]);
    try {
      const stored = await this.merge([...merged.values()]);
      for (const { device, done } of batch) done(refusal(stored.get(device.deviceId)));
    } catch (error) {
      this.log.warn('devices.attributes-not-stored', { error });
      for (const { done } of batch) done(unavailable('DB.UNAVAILABLE', 'The attributes cannot be stored just now.'));
    }
  }

  private async merge(writes: readonly (readonly Write[])[]): Promise<Map<string, boolean>> {
    const { rows } = await this.pool.query<{ device_id: string; is_stored: boolean }>(MERGE, [
      writes.map(([first]) => first?.device.tenantId),
      writes.map(([first]) => first?.device.deviceId),
      writes.map((ofDevice) => JSON.stringify(Object.assign({}, ...ofDevice.map(({ facts }) => facts)))),
      MAX_STORED_BYTES,
      DEVICE_CHANNEL,
    ]);
    return new Map(rows.map((row) => [row.device_id, row.is_stored]));
  }
}

function refusal(isStored: boolean | undefined): AppError | null {
  if (isStored === undefined) return notFound('DEVICE.NOT_FOUND', 'The machine was removed.');
  if (isStored) return null;
  return invalid('ATTRIBUTE.TOO_MANY_METRICS', `The machine's attributes together would be larger than ${MAX_STORED_BYTES} bytes.`, { maxBytes: MAX_STORED_BYTES });
}
