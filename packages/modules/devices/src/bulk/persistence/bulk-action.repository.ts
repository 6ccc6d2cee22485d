import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';
import { conditionsOf, FROM, type DeviceFilter } from '../../persistence/device-conditions.js';
import type { BulkAuthor } from '../application/bulk-author.js';
import type { BulkKind, BulkParameters } from '../application/bulk-kind.js';

/** What became of a machine. */
export type Outcome = 'done' | 'unchanged' | 'refused';

/** An action on many machines, and how far it is. */
export interface BulkActionRow {
  readonly id: string;
  readonly kind: BulkKind;
  readonly parameters: BulkParameters;
  readonly total: number;
  readonly author: BulkAuthor;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** One machine of it. */
export interface BulkItemRow {
  readonly deviceId: string;
  readonly name: string;
  readonly outcome: Outcome | null;
  readonly code: string | null;
}

/** What is found out about one machine. */
export interface Found extends Pick<BulkItemRow, 'deviceId' | 'code'> {
  readonly outcome: Outcome;
}

const counted = (outcome: Outcome): string => `(SELECT count(*)::int FROM bulk_action_item i WHERE i.tenant_id = a.tenant_id AND i.action_id = a.id AND i.outcome = '${outcome}') AS ${outcome}`;
const SELECT = `SELECT a.id, a.kind, a.parameters, a.total, a.author, a.created_at AS "createdAt", a.finished_at AS "finishedAt", ${(['done', 'unchanged', 'refused'] as const).map(counted).join()} FROM bulk_action a WHERE a.tenant_id = $1`;

/** What is done to many machines, and what became of each. */
@Injectable()
export class BulkActionRepository {
  /** @throws AppError (not-found) BULK_ACTION.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<BulkActionRow> {
    const [action] = isUuid(id) ? await tx.sql<BulkActionRow>(`${SELECT} AND a.id = $2`, [tx.tenantId, id]) : [];
    if (!action) throw notFound('BULK_ACTION.NOT_FOUND', 'There is no such action.');
    return action;
  }

  /** The newest first. */
  latest(tx: TenantTx, limit: number): Promise<BulkActionRow[]> {
    return tx.sql<BulkActionRow>(`${SELECT} ORDER BY a.created_at DESC, a.id LIMIT $2`, [tx.tenantId, limit]);
  }

  async countOpen(tx: TenantTx): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM bulk_action WHERE tenant_id = $1 AND finished_at IS NULL', [tx.tenantId]);
    return row?.count ?? 0;
  }

  async insert(tx: TenantTx, { id, kind, parameters, author }: Pick<BulkActionRow, 'id' | 'kind' | 'parameters' | 'author'>): Promise<void> {
    await tx.execute('INSERT INTO bulk_action (tenant_id, id, kind, parameters, total, author, created_at) VALUES ($1, $2, $3, $4, 0, $5, $6)', [tx.tenantId, id, kind, JSON.stringify(parameters), JSON.stringify(author), tx.now]);
  }

  /** Settles which machines it is about: those named, or all that match. Gives how many. */
  async settle(tx: TenantTx, actionId: string, chosen: readonly string[] | DeviceFilter): Promise<number> {
    const { where, parameters } = isNamed(chosen) ? { where: 'd.tenant_id = $1 AND d.id = ANY ($2::uuid[])', parameters: [tx.tenantId, chosen] } : conditionsOf(tx, chosen);
    const at = `$${parameters.length + 1}`;
    const total = await tx.execute(`INSERT INTO bulk_action_item (tenant_id, action_id, device_id, name) SELECT d.tenant_id, ${at}::uuid, d.id, d.name ${FROM} WHERE ${where}`, [...parameters, actionId]);
    await tx.execute('UPDATE bulk_action SET total = $3 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, actionId, total]);
    return total;
  }

  /** The action, held so that no two work at it at a time; undefined where it is finished or gone. */
  async takeForUpdate(tx: TenantTx, id: string): Promise<BulkActionRow | undefined> {
    const held = await tx.sql('SELECT 1 FROM bulk_action WHERE tenant_id = $1 AND id = $2 AND finished_at IS NULL FOR UPDATE', [tx.tenantId, id]);
    return held.length > 0 ? this.get(tx, id) : undefined;
  }

  /** The next machines that wait, in the order of their ids, in which all lock them. */
  async waiting(tx: TenantTx, actionId: string, limit: number): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>('SELECT device_id AS id FROM bulk_action_item WHERE tenant_id = $1 AND action_id = $2 AND outcome IS NULL ORDER BY device_id LIMIT $3', [tx.tenantId, actionId, limit]);
    return rows.map(({ id }) => id);
  }

  async note(tx: TenantTx, actionId: string, found: readonly Found[]): Promise<void> {
    await tx.execute('UPDATE bulk_action_item i SET outcome = f.outcome, code = f.code FROM unnest($3::uuid[], $4::text[], $5::text[]) AS f (id, outcome, code) WHERE i.tenant_id = $1 AND i.action_id = $2 AND i.device_id = f.id', [
      tx.tenantId, actionId, found.map(({ deviceId }) => deviceId), found.map(({ outcome }) => outcome), found.map(({ code }) => code),
    ]);
  }

  async finish(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('UPDATE bulk_action SET finished_at = $3 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, tx.now]);
  }

  /** What became of the machines, those that were refused first; one more than the page holds. */
  results(tx: TenantTx, actionId: string, page: PageRequest): Promise<(BulkItemRow & { readonly rank: number })[]> {
    const [rank = '-1', name = '', id = '00000000-0000-0000-0000-000000000000'] = page.after ?? [];
    return tx.sql(
      `SELECT * FROM (SELECT device_id AS "deviceId", name, outcome, code, CASE outcome WHEN 'refused' THEN 0 WHEN 'done' THEN 2 WHEN 'unchanged' THEN 3 ELSE 1 END AS rank FROM bulk_action_item WHERE tenant_id = $1 AND action_id = $2) i
       WHERE (rank, name, "deviceId") > ($3::int, $4::text, $5::uuid) ORDER BY rank, name, "deviceId" LIMIT $6`,
      [tx.tenantId, actionId, rank, name, id, page.limit + 1],
    );
  }

  /** Forgets what was finished before then. */
  async deleteFinished(tx: TenantTx, before: Date): Promise<void> {
    await tx.execute('DELETE FROM bulk_action WHERE tenant_id = $1 AND finished_at < $2', [tx.tenantId, before]);
  }
}

function isNamed(chosen: readonly string[] | DeviceFilter): chosen is readonly string[] {
  return Array.isArray(chosen);
}
