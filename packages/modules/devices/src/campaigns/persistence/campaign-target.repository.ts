import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { CampaignKind, MachineReport } from '@tenon/domain/campaigns';
import { conditionsOf, FROM, type DeviceFilter } from '../../persistence/device-conditions.js';

/** A machine that somebody chose, with what says whether it fits. */
export interface ChosenMachine {
  readonly deviceId: string;
  readonly name: string;
  readonly typeId: string | null;
  readonly isRetired: boolean;
  readonly isConnected: boolean;
  /** Whether it can fetch a file: those behind a gateway cannot, unless they have a token of their own. */
  readonly isReached: boolean;
  readonly isElsewhere: boolean;
}

/** By key; null for what is not asked for. */
export type Values = Readonly<Record<string, unknown>>;

/** What campaigns ask of machines and machines report to them, many at a time. */
@Injectable()
export class CampaignTargetRepository {
  /** Machines named or that match, those that are connected first: what goes wrong with the first of them shows at once. */
  chosen(tx: TenantTx, chosen: readonly string[] | DeviceFilter, kind: CampaignKind, limit: number): Promise<ChosenMachine[]> {
    const { where, parameters } = 'search' in chosen ? conditionsOf(tx, chosen) : { where: 'd.tenant_id = $1 AND d.id = ANY ($2::uuid[])', parameters: [tx.tenantId, chosen] };
    const [kindAt, limitAt] = [`$${parameters.length + 1}`, `$${parameters.length + 2}`];
    return tx.sql<ChosenMachine>(
      `SELECT d.id AS "deviceId", d.name, d.type_id AS "typeId", d.retired_at IS NOT NULL AS "isRetired", coalesce(p.is_connected, false) AS "isConnected",
         d.parent_id IS NULL OR EXISTS (SELECT 1 FROM device_token k WHERE k.tenant_id = d.tenant_id AND k.device_id = d.id AND k.revoked_at IS NULL) AS "isReached",
         EXISTS (SELECT 1 FROM campaign_machine m WHERE m.tenant_id = d.tenant_id AND m.device_id = d.id AND m.kind = ${kindAt}::text AND m.is_open) AS "isElsewhere"
       ${FROM} WHERE ${where} ORDER BY coalesce(p.is_connected, false) DESC, d.name, d.id LIMIT ${limitAt}`,
      [...parameters, kind, limit],
    );
  }

  /** Those of these that are still there, locked in the order of their ids. */
  async lock(tx: TenantTx, deviceIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.sql<{ id: string }>('SELECT id FROM device WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [tx.tenantId, deviceIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** What these are asked for of these keys. */
  async asked(tx: TenantTx, deviceIds: readonly string[], keys: readonly string[]): Promise<Map<string, Values>> {
    const rows = await tx.sql<{ id: string; values: Values }>(
      'SELECT device_id AS id, jsonb_object_agg(key, value) AS values FROM desired_attribute WHERE tenant_id = $1 AND device_id = ANY ($2::uuid[]) AND key = ANY ($3::text[]) GROUP BY device_id',
      [tx.tenantId, deviceIds, keys],
    );
    return new Map(rows.map(({ id, values }) => [id, values]));
  }

  /** Asks machines, whose rows are held, for these values, each as one new version of its state; said again, they are told again. */
  async ask(tx: TenantTx, wanted: readonly { readonly deviceId: string; readonly values: Values }[]): Promise<void> {
    const flat = wanted.flatMap(({ deviceId, values }) => Object.entries(values).map(([key, value]) => [deviceId, key, JSON.stringify(value ?? null)] as const));
    await tx.execute(
      `WITH d AS (UPDATE device SET desired_version = desired_version + 1 WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) RETURNING id, desired_version)
       INSERT INTO desired_attribute (tenant_id, device_id, key, value, version, at)
       SELECT $1, d.id, n.key, nullif(n.value, 'null'::jsonb), d.desired_version, $3 FROM d JOIN unnest($4::uuid[], $5::text[], $6::jsonb[]) AS n (id, key, value) ON n.id = d.id
       ON CONFLICT (tenant_id, device_id, key) DO UPDATE SET value = excluded.value, version = excluded.version, at = excluded.at`,
      [tx.tenantId, wanted.map(({ deviceId }) => deviceId), tx.now, flat.map(([id]) => id), flat.map(([, key]) => key), flat.map(([, , value]) => value)],
    );
  }

  /** What machines said of themselves under these keys, as attributes. */
  async reported(tx: TenantTx, deviceIds: readonly string[], keys: readonly string[]): Promise<Map<string, MachineReport>> {
    const rows = await tx.sql<{ id: string; attributes: Values; at: Readonly<Record<string, number>> }>(
      `SELECT id, (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(attributes) WHERE key = ANY ($3::text[])) AS attributes, reported_at AS at FROM device WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
      [tx.tenantId, deviceIds, keys],
    );
    return new Map(rows.map(({ id, attributes, at }) => [id, new Map(Object.entries(attributes).map(([key, value]) => [key, { value, atMs: at[key] ?? 0 }]))]));
  }
}
