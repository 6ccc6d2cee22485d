import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { CampaignKind, CampaignPlan, CampaignState, StageCount } from '@tenon/domain/campaigns';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';
import type { BulkAuthor } from '../../bulk/application/bulk-author.js';

/** A campaign as it is kept. */
export interface CampaignRow {
  readonly id: string;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly packageId: string | null;
  /** What its package is called; null for a configuration, as is the next. */
  readonly title: string | null;
  readonly version: string | null;
  /** Of a configuration: what is asked for; null for a package. */
  readonly values: Readonly<Record<string, unknown>> | null;
  readonly plan: CampaignPlan;
  readonly state: CampaignState;
  readonly pausedBecause: 'failures' | 'share-not-reached' | null;
  readonly stage: number;
  readonly reachedAt: Date | null;
  readonly forgivenFailures: number;
  readonly author: BulkAuthor;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** How many machines stand where. */
export interface StateCount {
  readonly state: string;
  readonly count: number;
}

/** What of a campaign changes. */
export type CampaignChange = Partial<Pick<CampaignRow, 'state' | 'pausedBecause' | 'stage' | 'reachedAt' | 'forgivenFailures' | 'finishedAt'>>;

const ROW = `SELECT c.id, c.name, c.kind, c.package_id AS "packageId", p.title, p.version, c.values, c.plan, c.state, c.paused_because AS "pausedBecause", c.stage, c.reached_at AS "reachedAt",
  c.forgiven_failures AS "forgivenFailures", c.author, c.created_at AS "createdAt", c.finished_at AS "finishedAt" FROM campaign c LEFT JOIN ota_package p ON p.tenant_id = c.tenant_id AND p.id = c.package_id WHERE c.tenant_id = $1`;

/** Campaigns of the transaction's company. */
@Injectable()
export class CampaignRepository {
  /** @throws AppError (not-found) CAMPAIGN.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<CampaignRow> {
    const [row] = isUuid(id) ? await tx.sql<CampaignRow>(`${ROW} AND c.id = $2`, [tx.tenantId, id]) : [];
    if (!row) throw notFound('CAMPAIGN.NOT_FOUND', 'There is no such campaign in the company.');
    return row;
  }

  /** The same, held so that no two move it at a time. */
  async getForUpdate(tx: TenantTx, id: string): Promise<CampaignRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM campaign WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  /** The newest first; one more than the page holds. */
  list(tx: TenantTx, { limit, after }: PageRequest): Promise<CampaignRow[]> {
    const [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = after ?? [];
    return tx.sql<CampaignRow>(`${ROW} AND (c.created_at, c.id) < ($2::timestamptz, $3::uuid) ORDER BY c.created_at DESC, c.id DESC LIMIT $4`, [tx.tenantId, at, id, limit + 1]);
  }

  async countOpen(tx: TenantTx): Promise<number> {
    const [row] = await tx.sql<{ count: number }>(`SELECT count(*)::int AS count FROM campaign WHERE tenant_id = $1 AND state IN ('running', 'paused', 'aborting', 'rolling-back')`, [tx.tenantId]);
    return row?.count ?? 0;
  }

  async insert(tx: TenantTx, one: Pick<CampaignRow, 'id' | 'name' | 'kind' | 'packageId' | 'values' | 'plan' | 'author'>): Promise<void> {
    await tx.execute('INSERT INTO campaign (tenant_id, id, name, kind, package_id, values, plan, author, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      tx.tenantId, one.id, one.name, one.kind, one.packageId, one.values && JSON.stringify(one.values), JSON.stringify(one.plan), JSON.stringify(one.author), tx.now,
    ]);
  }

  async change(tx: TenantTx, before: CampaignRow, change: CampaignChange): Promise<void> {
    const { state, pausedBecause, stage, reachedAt, forgivenFailures, finishedAt } = { ...before, ...change };
    await tx.execute('UPDATE campaign SET state = $3, paused_because = $4, stage = $5, reached_at = $6, forgiven_failures = $7, finished_at = $8 WHERE tenant_id = $1 AND id = $2', [
      tx.tenantId, before.id, state, pausedBecause, stage, reachedAt, forgivenFailures, finishedAt,
    ]);
  }

  /** How the machines of each stage stand. */
  async counts(tx: TenantTx, { id, plan }: Pick<CampaignRow, 'id' | 'plan'>): Promise<StageCount[]> {
    const rows = await tx.sql<StageCount & { stage: number }>(
      `SELECT stage, count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state IN ('offered', 'downloading', 'downloaded', 'verified', 'updating', 'rolling-back'))::int AS "underWay",
       count(*) FILTER (WHERE state = 'updated')::int AS updated, count(*) FILTER (WHERE state IN ('failed', 'timed-out'))::int AS failed FROM campaign_machine WHERE tenant_id = $1 AND campaign_id = $2 GROUP BY stage`,
      [tx.tenantId, id],
    );
    const byStage = new Map(rows.map(({ stage, ...count }) => [stage, count]));
    return plan.stages.map((_, stage) => byStage.get(stage) ?? { waiting: 0, underWay: 0, updated: 0, failed: 0 });
  }

  /** How many machines of each of these campaigns stand where. */
  async states(tx: TenantTx, ids: readonly string[]): Promise<Map<string, StateCount[]>> {
    const rows = await tx.sql<StateCount & { id: string }>('SELECT campaign_id AS id, state, count(*)::int AS count FROM campaign_machine WHERE tenant_id = $1 AND campaign_id = ANY ($2::uuid[]) GROUP BY campaign_id, state', [tx.tenantId, ids]);
    return new Map(ids.map((id) => [id, rows.filter((row) => row.id === id)]));
  }
}
