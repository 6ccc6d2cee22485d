import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { DesiredValue } from '@tenon/domain/control';

/** How often each side of a machine's state was changed, and what it reports. */
export interface ReportedState {
  readonly desiredVersion: bigint;
  readonly reportedVersion: bigint;
  readonly reported: Readonly<Record<string, unknown>>;
  readonly reportedAtMs: Readonly<Record<string, number>>;
}

interface StoredVersions extends Omit<ReportedState, 'desiredVersion' | 'reportedVersion'> {
  readonly desiredVersion: string;
  readonly reportedVersion: string;
}

interface StoredValue extends Omit<DesiredValue, 'version'> {
  readonly version: string;
}

/** The state that machines of the transaction's company are asked to take, beside what they report. */
@Injectable()
export class DesiredStateRepository {
  /** What the machine reports, and both versions; null where there is no such machine. */
  async reported(tx: TenantTx, deviceId: string): Promise<ReportedState | null> {
    const [row] = await tx.sql<StoredVersions>(
      `SELECT desired_version AS "desiredVersion", reported_version AS "reportedVersion", attributes AS reported, reported_at AS "reportedAtMs" FROM device WHERE tenant_id = $1 AND id = $2`,
      [tx.tenantId, deviceId],
    );
    return row ? { ...row, desiredVersion: BigInt(row.desiredVersion), reportedVersion: BigInt(row.reportedVersion) } : null;
  }

  /** Each key that is asked for, or was. */
  async desired(tx: TenantTx, deviceId: string): Promise<DesiredValue[]> {
    const rows = await tx.sql<StoredValue>('SELECT key, value, version, at FROM desired_attribute WHERE tenant_id = $1 AND device_id = $2 ORDER BY key', [tx.tenantId, deviceId]);
    return rows.map((row) => ({ ...row, version: BigInt(row.version) }));
  }

  /** Writes values that are asked for from now on, null for what is asked no more, as one new version; the machine's row must be held. */
  async put(tx: TenantTx, deviceId: string, version: bigint, values: readonly (readonly [key: string, value: unknown])[]): Promise<void> {
    await tx.execute('UPDATE device SET desired_version = $3 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, deviceId, version.toString()]);
    await tx.execute(
      `INSERT INTO desired_attribute (tenant_id, device_id, key, value, version, at)
       SELECT $1, $2, key, nullif(value, 'null'::jsonb), $3, $4 FROM unnest($5::text[], $6::jsonb[]) AS n (key, value)
       ON CONFLICT (tenant_id, device_id, key) DO UPDATE SET value = excluded.value, version = excluded.version, at = excluded.at`,
      [tx.tenantId, deviceId, version.toString(), tx.now, values.map(([key]) => key), values.map(([, value]) => JSON.stringify(value))],
    );
  }
}
