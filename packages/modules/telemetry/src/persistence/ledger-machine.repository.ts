import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { Cadence } from '@tenon/domain/ledger';
import { sqlInstant } from '../instant.js';

/** A machine as its ledger knows it. */
export interface LedgerMachine extends Cadence {
  readonly deviceId: string;
  /** Since when its ledger is kept: what it tells of before it was there is history. */
  readonly fromMs: number;
  /** Its last reading, by its own clock. */
  readonly lastMs: number | null;
  /** The least interval that its device type expects of a metric. */
  readonly typeIntervalMs: number | null;
}

interface MachineRow {
  deviceId: string;
  fromAt: Date;
  intervalMs: number | null;
  basis: Cadence['basis'];
  lastAt: Date | null;
  typeIntervalMs: number | null;
}

/** The expectation of the type's latest published version. */
const TYPE_INTERVAL = `(SELECT min((metric->>'intervalMs')::float8) FROM (
    SELECT model FROM device_type_version v WHERE v.tenant_id = d.tenant_id AND v.type_id = d.type_id AND published_at IS NOT NULL ORDER BY version DESC LIMIT 1
  ) latest, jsonb_array_elements(latest.model->'metrics') metric WHERE (metric->>'intervalMs')::float8 > 0)`;

/** What the ledger knows of machines. */
@Injectable()
export class LedgerMachineRepository {
  /** Begins the ledger of machines that have none, and holds it for this transaction. A machine that is gone is left out. */
  async hold(tx: TenantTx, deviceIds: readonly string[]): Promise<LedgerMachine[]> {
    await tx.execute(
      `INSERT INTO ledger_machine (tenant_id, device_id, from_at) SELECT tenant_id, id, created_at FROM device
       WHERE tenant_id = $1 AND id = ANY($2::uuid[]) ORDER BY id ON CONFLICT DO NOTHING`,
      [tx.tenantId, deviceIds],
    );
    const rows = await tx.sql<MachineRow>(
      `SELECT m.device_id AS "deviceId", m.from_at AS "fromAt", m.interval_ms AS "intervalMs", m.basis, m.last_at AS "lastAt", ${TYPE_INTERVAL} AS "typeIntervalMs"
       FROM ledger_machine m JOIN device d ON d.tenant_id = m.tenant_id AND d.id = m.device_id
       WHERE m.tenant_id = $1 AND m.device_id = ANY($2::uuid[]) ORDER BY m.device_id FOR UPDATE OF m`,
      [tx.tenantId, deviceIds],
    );
    return rows.map(({ fromAt, lastAt, ...row }) => ({ ...row, fromMs: fromAt.getTime(), lastMs: lastAt?.getTime() ?? null }));
  }

  /** Notes how a machine stands, and that it was looked at now. */
  async note(tx: TenantTx, { deviceId, intervalMs, basis, lastMs }: Pick<LedgerMachine, 'deviceId' | 'intervalMs' | 'basis' | 'lastMs'>): Promise<void> {
    await tx.execute(`UPDATE ledger_machine SET interval_ms = $3, basis = $4, last_at = greatest(last_at, $5::timestamptz), looked_at = $6 WHERE tenant_id = $1 AND device_id = $2`, [
      tx.tenantId,
      deviceId,
      intervalMs,
      basis,
      lastMs === null ? null : sqlInstant(Math.floor(lastMs)),
      tx.now,
    ]);
  }
}
