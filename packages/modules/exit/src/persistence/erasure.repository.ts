import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { KEPT_TABLES } from '@tenon/domain/exit';
import { COOLING_OFF_DAYS } from '@tenon/domain/life';
import type { TenantId } from '@tenon/kernel';

/** An erasure that is under way, or over. */
export interface ErasureRow {
  readonly startedAt: Date;
  /** Whom to tell, and what the company was called; empty once they are told. */
  readonly told: { readonly name?: string; readonly emails?: readonly string[] };
  readonly counts: Readonly<Record<string, number>>;
  readonly finishedAt: Date | null;
  readonly certificate: string | null;
  /** In base64. */
  readonly signature: string | null;
}

/** Rows that are deleted at a time. */
const BATCH = 5_000;
const quoted = (name: string): string => `"${name}"`;

/** What is known of a company's erasure, and the deleting itself. */
@Injectable()
export class ErasureRepository {
  /** Companies that are closed and may no longer be reopened, by their own days. */
  async listDue(tx: SystemTx, now: Date): Promise<TenantId[]> {
    const rows = await tx.sql<{ id: TenantId }>(
      `SELECT s.tenant_id AS id FROM company_standing s JOIN tenant t ON t.id = s.tenant_id WHERE s.state = 'closed' AND s.since_day + $2::int <= ($1::timestamptz AT TIME ZONE t.time_zone)::date ORDER BY s.tenant_id`,
      [now, COOLING_OFF_DAYS],
    );
    return rows.map(({ id }) => id);
  }

  /** Notes that it begins, and whom to tell. */
  async begin(tx: TenantTx): Promise<void> {
    await tx.execute(
      `INSERT INTO company_erasure (tenant_id, started_at, told)
       SELECT t.id, $2, jsonb_build_object('name', t.name, 'emails', coalesce((SELECT jsonb_agg(email ORDER BY email) FROM tenant_member m WHERE m.tenant_id = t.id AND m.role = 'owner'), '[]'))
       FROM tenant t WHERE t.id = $1 ON CONFLICT DO NOTHING`,
      [tx.tenantId, tx.now],
    );
  }

  async findForUpdate(tx: TenantTx): Promise<ErasureRow | undefined> {
    const rows = await tx.sql<ErasureRow>('SELECT started_at AS "startedAt", told, counts, finished_at AS "finishedAt", certificate, signature FROM company_erasure WHERE tenant_id = $1 FOR UPDATE', [tx.tenantId]);
    return rows[0];
  }

  /** Adds to what was erased of a table. */
  async count(tx: TenantTx, table: string, rows: number): Promise<void> {
    await tx.execute(`UPDATE company_erasure SET counts = counts || jsonb_build_object($2::text, coalesce((counts->>$2)::bigint, 0) + $3) WHERE tenant_id = $1`, [tx.tenantId, table, rows]);
  }

  /** Deletes some rows of a table, but for the job that does it; gives how many. */
  erase(tx: TenantTx, table: string, ownJob: string): Promise<number> {
    const [others, more] = table === 'outbox' ? ['AND job <> $3', [ownJob]] : ['', []];
    return tx.execute(`DELETE FROM ${quoted(table)} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${quoted(table)} WHERE tenant_id = $1 ${others} LIMIT $2))`, [tx.tenantId, BATCH, ...more]);
  }

  /** How many rows stay, by table. */
  async kept(tx: TenantTx): Promise<Record<string, number>> {
    const parts = KEPT_TABLES.map(({ table }) => {
      const owner = { tenant: 'id', app: 'publisher_tenant_id', app_version: 'publisher_tenant_id' }[table] ?? 'tenant_id';
      return `SELECT '${table}' AS name, count(*)::float8 AS rows FROM ${quoted(table)} WHERE ${owner} = $1`;
    });
    const found = await tx.sql<{ name: string; rows: number }>(parts.join(' UNION ALL '), [tx.tenantId]);
    return Object.fromEntries(found.map(({ name, rows }) => [name, rows]));
  }

  /** Leaves of the company's own row what others refer to. */
  async hollow(tx: TenantTx, auditMonths: number): Promise<void> {
    await tx.execute(`UPDATE tenant SET name = '—', suspended_reason = NULL, audit_keep_months = $2, demands_second_factor = false WHERE id = $1`, [tx.tenantId, auditMonths]);
  }

  /** From now on nothing more may be deleted, nor the certificate changed. */
  async certify(tx: TenantTx, certificate: string, signature: string): Promise<void> {
    await tx.execute('UPDATE company_erasure SET certificate = $2, signature = $3, finished_at = $4 WHERE tenant_id = $1', [tx.tenantId, certificate, signature, tx.now]);
  }

  async forgetWhomToTell(tx: TenantTx): Promise<void> {
    await tx.execute(`UPDATE company_erasure SET told = '{}' WHERE tenant_id = $1`, [tx.tenantId]);
  }
}
