import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { tenantId, type TenantId } from '@tenon/kernel';

/** The tables in which readings stand, in the order in which they go: what is reckoned of points goes after them. */
export const EXPIRING = ['telemetry', 'telemetry_block', 'telemetry_minute', 'telemetry_roll_up_block', 'telemetry_hour'] as const;
export type Expiring = (typeof EXPIRING)[number];

/** Metrics, or sets of them, that are looked at in one statement. */
const CHUNK = 500;

/** Readings that are older than a company's plan keeps. */
@Injectable()
export class ExpiryRepository {
  /** Companies that have sent anything. One that is closed is erased as a whole, or comes back as it was. */
  async companies(tx: SystemTx): Promise<TenantId[]> {
    const rows = await tx.sql<{ id: string }>(`SELECT t.id FROM tenant t WHERE t.state <> 'closed' AND EXISTS (SELECT FROM telemetry_shape s WHERE s.tenant_id = t.id) ORDER BY t.id`);
    return rows.map(({ id }) => tenantId(id));
  }

  /** Says from when on readings are kept, to the gateway too; `null` for nothing but the platform's own months. */
  async keepFrom(tx: TenantTx, fromAt: Date | null): Promise<void> {
    if (fromAt === null) await tx.execute('DELETE FROM readings_kept WHERE tenant_id = $1', [tx.tenantId]);
    else await tx.execute('INSERT INTO readings_kept (tenant_id, from_at) VALUES ($1, $2) ON CONFLICT (tenant_id) DO UPDATE SET from_at = excluded.from_at WHERE readings_kept.from_at <> excluded.from_at', [tx.tenantId, fromAt]);
  }

  /** Takes back what is marked to be rolled up of before an instant: nothing of it will be left. */
  async forgetMarks(tx: TenantTx, before: Date): Promise<void> {
    await tx.execute(`UPDATE telemetry_head SET dirty = dirty - tstzmultirange(tstzrange(NULL, $2)) WHERE tenant_id = $1 AND lower(dirty) < $2::timestamptz`, [tx.tenantId, before]);
  }

  /** Lets go of what the gap ledger has of before an instant. Statements stay. */
  async forgetLedger(tx: TenantTx, before: Date): Promise<void> {
    await tx.execute(`DELETE FROM ledger_day WHERE tenant_id = $1 AND day < ($2::timestamptz AT TIME ZONE 'UTC')::date`, [tx.tenantId, before]);
    await tx.execute(`DELETE FROM ledger_gap WHERE tenant_id = $1 AND to_at < $2`, [tx.tenantId, before]);
    await tx.execute(`DELETE FROM refusal_tally WHERE tenant_id = $1 AND at < $2`, [tx.tenantId, before]);
    await tx.execute(`DELETE FROM connection_span WHERE tenant_id = $1 AND to_at < $2`, [tx.tenantId, before]);
  }

  /** The metrics by which a table is read, or for rows the sets of them, in chunks. */
  async keys(tx: TenantTx, table: Expiring): Promise<number[][]> {
    const rows = await tx.sql<{ id: number }>(`SELECT id FROM ${table === 'telemetry' ? 'telemetry_shape' : 'series'} WHERE tenant_id = $1 ORDER BY id`, [tx.tenantId]);
    return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, chunk) => rows.slice(chunk * CHUNK, (chunk + 1) * CHUNK).map(({ id }) => id));
  }

  /** Deletes about `most` of what lies before an instant; a block that reaches beyond it stays whole. @returns how many, 0 when none is left */
  expire(tx: TenantTx, table: Expiring, { keys, before, most }: { keys: readonly number[]; before: Date; most: number }): Promise<number> {
    const key = table === 'telemetry' ? 'shape_id' : 'series_id';
    const isWhole = table.endsWith('_block') ? 'AND through_at < $3::timestamptz' : '';
    return tx.execute(
      `WITH old AS MATERIALIZED (
         SELECT key.id, o.at FROM unnest($2::int[]) key (id)
         CROSS JOIN LATERAL (SELECT at FROM ${table} WHERE tenant_id = $1 AND ${key} = key.id AND at < $3::timestamptz ${isWhole} ORDER BY at LIMIT $4) o LIMIT $4)
       DELETE FROM ${table} t USING old WHERE t.tenant_id = $1 AND t.${key} = old.id AND t.at = old.at AND t.at < $3::timestamptz ${isWhole}`,
      [tx.tenantId, keys, before, most],
    );
  }
}
