import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { MachineCounts } from '@tenon/domain/places';
import { IN_STATE, sinceWhen } from '../../persistence/device-state.js';

/** A machine and the place it had. */
export interface PlacedDevice {
  readonly id: string;
  readonly name: string;
  readonly placeId: string | null;
}

const STATES = ['online', 'quiet', 'offline', 'never'] as const;

/** Which machine stands where. */
@Injectable()
export class PlacedDeviceRepository {
  /** How many machines in use stand directly in each place and in what state, under `null` those without a place; and how many are out of use, wherever. */
  async counts(tx: TenantTx): Promise<{ readonly placed: ReadonlyMap<string | null, MachineCounts>; readonly retired: number }> {
    const rows = await tx.prepared<MachineCounts & { placeId: string | null; retired: number }>(
      'machines-by-place',
      `SELECT place_id AS "placeId", count(*) FILTER (WHERE state <> 'retired')::int AS total, count(*) FILTER (WHERE state = 'retired')::int AS retired, ${STATES.map((state) => `count(*) FILTER (WHERE state = '${state}')::int AS ${state}`).join()}
       FROM (SELECT d.place_id, CASE WHEN d.retired_at IS NOT NULL THEN 'retired' ELSE ${IN_STATE('$2', '$3')} END AS state FROM device d LEFT JOIN device_presence p ON p.tenant_id = d.tenant_id AND p.device_id = d.id
             WHERE d.tenant_id = $1) m GROUP BY place_id`,
      [tx.tenantId, ...sinceWhen(tx.now)],
    );
    const placed = new Map(rows.map(({ placeId, total, online, quiet, offline, never }) => [placeId, { total, online, quiet, offline, never }]));
    return { placed, retired: rows.reduce((sum, { retired }) => sum + retired, 0) };
  }

  /** How many machines stand directly in a place, those out of use among them. */
  async countIn(tx: TenantTx, placeId: string): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM device WHERE tenant_id = $1 AND place_id = $2', [tx.tenantId, placeId]);
    return row?.count ?? 0;
  }

  /** Those of these that there are, locked in the order of their ids until the transaction ends. */
  lock(tx: TenantTx, ids: readonly string[]): Promise<PlacedDevice[]> {
    return tx.sql<PlacedDevice>('SELECT id, name, place_id AS "placeId" FROM device WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [tx.tenantId, ids]);
  }

  async set(tx: TenantTx, ids: readonly string[], placeId: string | null): Promise<void> {
    await tx.execute('UPDATE device SET place_id = $3 WHERE tenant_id = $1 AND id = ANY ($2::uuid[])', [tx.tenantId, ids, placeId]);
  }
}
