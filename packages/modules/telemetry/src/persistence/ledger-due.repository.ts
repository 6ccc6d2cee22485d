import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { tenantId, type TenantId, type TimeRange } from '@tenon/kernel';
import { sqlInstant } from '../instant.js';

/** A stretch of a machine's time that its ledger is to look at. */
export interface DueStretch extends TimeRange {
  readonly deviceId: string;
}

/** Machines that were looked at a moment ago wait, since a quarter-hour that runs would be counted again and again; one whose rhythm is not known yet does not. */
const DUE = `FROM ledger_due d LEFT JOIN ledger_machine m ON m.tenant_id = d.tenant_id AND m.device_id = d.device_id
  WHERE (m.looked_at IS NULL OR m.looked_at < $1::timestamptz OR m.basis = 'unknown')`;

/** What the gap ledger is to look at next. */
@Injectable()
export class LedgerDueRepository {
  /** Companies of which something is due. @param before machines that were looked at later wait */
  async companies(tx: SystemTx, before: Date): Promise<TenantId[]> {
    const rows = await tx.sql<{ id: string }>(`SELECT DISTINCT d.tenant_id AS id ${DUE}`, [before]);
    return rows.map(({ id }) => tenantId(id));
  }

  /** Takes what is due of some machines; it is due again where this transaction comes to nothing. */
  async take(tx: TenantTx, before: Date, mostMachines: number): Promise<DueStretch[]> {
    const rows = await tx.sql<{ deviceId: string; fromAt: Date; toAt: Date }>(
      `WITH machine AS (SELECT DISTINCT d.device_id ${DUE} AND d.tenant_id = $2 ORDER BY d.device_id LIMIT $3),
       taken AS (SELECT d.id FROM ledger_due d JOIN machine USING (device_id) WHERE d.tenant_id = $2 FOR UPDATE OF d SKIP LOCKED)
       DELETE FROM ledger_due d USING taken WHERE d.tenant_id = $2 AND d.id = taken.id RETURNING d.device_id AS "deviceId", d.from_at AS "fromAt", d.to_at AS "toAt"`,
      [before, tx.tenantId, mostMachines],
    );
    return rows.map(({ deviceId, fromAt, toAt }) => ({ deviceId, fromMs: fromAt.getTime(), toMs: toAt.getTime() }));
  }

  /** Makes stretches due, or due again. */
  async add(tx: TenantTx, stretches: readonly DueStretch[]): Promise<void> {
    if (stretches.length === 0) return;
    await tx.execute(`INSERT INTO ledger_due (tenant_id, device_id, from_at, to_at) SELECT $1, * FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[])`, [
      tx.tenantId,
      stretches.map(({ deviceId }) => deviceId),
      stretches.map(({ fromMs }) => sqlInstant(fromMs)),
      stretches.map(({ toMs }) => sqlInstant(toMs)),
    ]);
  }
}
