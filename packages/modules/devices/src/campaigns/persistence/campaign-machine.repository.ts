import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { CampaignKind, MachineUpdateState } from '@tenon/domain/campaigns';
import type { PageRequest } from '@tenon/nest';

/** One machine of a campaign. */
export interface CampaignMachineRow {
  readonly deviceId: string;
  readonly name: string;
  readonly stage: number;
  readonly state: MachineUpdateState;
  readonly stateAt: Date;
  readonly code: string | null;
  readonly words: string | null;
  readonly attempts: number;
  readonly offeredAt: Date | null;
  readonly before: Readonly<Record<string, unknown>> | null;
}

/** What is found out about one. */
export type MachineChange = Pick<CampaignMachineRow, 'deviceId' | 'state'> & Partial<Pick<CampaignMachineRow, 'code' | 'words'>>;

/** A machine that takes part, or why it does not. */
export interface SettledMachine {
  readonly deviceId: string;
  readonly name: string;
  readonly stage: number;
  readonly code: string | null;
}

/** A campaign that a machine is in. */
export interface OwnCampaign extends Pick<CampaignMachineRow, 'state' | 'stateAt' | 'words'> {
  readonly campaignId: string;
  readonly name: string;
  readonly kind: CampaignKind;
}

const ROW = `SELECT device_id AS "deviceId", name, stage, state, state_at AS "stateAt", code, words, attempts, offered_at AS "offeredAt", before FROM campaign_machine WHERE tenant_id = $1 AND campaign_id = $2`;
/** Those that went wrong first, then those under way, those that wait, and those that are done with. */
const RANK = `CASE state WHEN 'failed' THEN 0 WHEN 'timed-out' THEN 0 WHEN 'waiting' THEN 2 WHEN 'updated' THEN 3 WHEN 'rolled-back' THEN 3 WHEN 'skipped' THEN 4 ELSE 1 END`;

/** Machines of campaigns of the transaction's company. */
@Injectable()
export class CampaignMachineRepository {
  async insert(tx: TenantTx, campaign: { readonly id: string; readonly kind: CampaignKind }, machines: readonly SettledMachine[]): Promise<void> {
    await tx.execute(
      `INSERT INTO campaign_machine (tenant_id, campaign_id, device_id, kind, is_open, name, stage, state, state_at, code)
       SELECT $1, $2, m.id, $3, m.code IS NULL, m.name, m.stage, CASE WHEN m.code IS NULL THEN 'waiting' ELSE 'skipped' END, $4, m.code FROM unnest($5::uuid[], $6::text[], $7::int[], $8::text[]) AS m (id, name, stage, code)`,
      [tx.tenantId, campaign.id, campaign.kind, tx.now, machines.map(({ deviceId }) => deviceId), machines.map(({ name }) => name), machines.map(({ stage }) => stage), machines.map(({ code }) => code)],
    );
  }

  /** Machines under way, those that were looked at longest ago first, as their state's time says. */
  underWay(tx: TenantTx, campaignId: string, after: string, limit: number): Promise<CampaignMachineRow[]> {
    return tx.sql<CampaignMachineRow>(`${ROW} AND state IN ('offered', 'downloading', 'downloaded', 'verified', 'updating', 'rolling-back') AND device_id > $3 ORDER BY device_id LIMIT $4`, [tx.tenantId, campaignId, after, limit]);
  }

  /** Those that wait for their turn, up to a stage, the first stages first. */
  waiting(tx: TenantTx, campaignId: string, upToStage: number, limit: number): Promise<CampaignMachineRow[]> {
    return tx.sql<CampaignMachineRow>(`${ROW} AND state = 'waiting' AND stage <= $3 ORDER BY stage, device_id LIMIT $4`, [tx.tenantId, campaignId, upToStage, limit]);
  }

  /** Those that were ever offered it, and stand in none of these states. */
  offered(tx: TenantTx, campaignId: string, limit: number): Promise<CampaignMachineRow[]> {
    return tx.sql<CampaignMachineRow>(`${ROW} AND offered_at IS NOT NULL AND state NOT IN ('rolling-back', 'rolled-back', 'skipped') AND is_open ORDER BY device_id LIMIT $3`, [tx.tenantId, campaignId, limit]);
  }

  /** Notes what was found out; one that is settled leaves room for another campaign. */
  async note(tx: TenantTx, campaignId: string, changes: readonly MachineChange[]): Promise<void> {
    await tx.execute(
      `UPDATE campaign_machine m SET state = f.state, code = f.code, words = f.words, state_at = $3, is_open = f.state NOT IN ('updated', 'failed', 'timed-out', 'skipped', 'rolled-back')
       FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) AS f (id, state, code, words) WHERE m.tenant_id = $1 AND m.campaign_id = $2 AND m.device_id = f.id`,
      [tx.tenantId, campaignId, tx.now, changes.map(({ deviceId }) => deviceId), changes.map(({ state }) => state), changes.map(({ code }) => code ?? null), changes.map(({ words }) => words ?? null)],
    );
  }

  /** Notes that it was offered to these, each with what it was asked for before where that is known yet. */
  async offer(tx: TenantTx, campaignId: string, machines: readonly { readonly deviceId: string; readonly before: Readonly<Record<string, unknown>> }[]): Promise<void> {
    await tx.execute(
      `UPDATE campaign_machine m SET state = 'offered', state_at = $3, offered_at = $3, attempts = attempts + 1, code = NULL, words = NULL, before = coalesce(m.before, f.before)
       FROM unnest($4::uuid[], $5::jsonb[]) AS f (id, before) WHERE m.tenant_id = $1 AND m.campaign_id = $2 AND m.device_id = f.id`,
      [tx.tenantId, campaignId, tx.now, machines.map(({ deviceId }) => deviceId), machines.map(({ before }) => JSON.stringify(before))],
    );
  }

  /** Those that still wait take no part any more. */
  async skipWaiting(tx: TenantTx, campaignId: string, code: string): Promise<void> {
    await tx.execute(`UPDATE campaign_machine SET state = 'skipped', code = $3, state_at = $4, is_open = false WHERE tenant_id = $1 AND campaign_id = $2 AND state = 'waiting'`, [tx.tenantId, campaignId, code, tx.now]);
  }

  /**
   * Opens again those that were offered it, to take it back: all but those that meanwhile are in another campaign of the kind, which are passed over, as taking this back would take that back.
   */
  async reopen(tx: TenantTx, campaignId: string): Promise<void> {
    await tx.execute(
      `UPDATE campaign_machine m SET is_open = true WHERE tenant_id = $1 AND campaign_id = $2 AND offered_at IS NOT NULL AND state <> 'rolled-back'
       AND NOT EXISTS (SELECT 1 FROM campaign_machine o WHERE o.tenant_id = m.tenant_id AND o.device_id = m.device_id AND o.kind = m.kind AND o.is_open AND o.campaign_id <> m.campaign_id)
       AND NOT EXISTS (SELECT 1 FROM campaign_machine o WHERE o.tenant_id = m.tenant_id AND o.device_id = m.device_id AND o.kind = m.kind AND o.campaign_id <> m.campaign_id AND o.offered_at > m.offered_at)`,
      [tx.tenantId, campaignId],
    );
  }

  /** Notes that these are asked for what they had before. */
  async takeBack(tx: TenantTx, campaignId: string, deviceIds: readonly string[], state: 'rolling-back' | 'rolled-back'): Promise<void> {
    await tx.execute(`UPDATE campaign_machine SET state = $4, state_at = $5, offered_at = $5, is_open = ($4 = 'rolling-back'), code = NULL, words = NULL WHERE tenant_id = $1 AND campaign_id = $2 AND device_id = ANY ($3::uuid[])`, [
      tx.tenantId, campaignId, deviceIds, state, tx.now,
    ]);
  }

  /** A page of them, those that went wrong first; one more than it holds. */
  list(tx: TenantTx, campaignId: string, state: MachineUpdateState | null, page: PageRequest): Promise<(CampaignMachineRow & { readonly rank: number })[]> {
    const [rank = '-1', name = '', id = '00000000-0000-0000-0000-000000000000'] = page.after ?? [];
    return tx.sql(`SELECT * FROM (${ROW.replace('SELECT ', `SELECT ${RANK} AS rank, `)} AND ($3::text IS NULL OR state = $3)) m WHERE (rank, name, "deviceId") > ($4::int, $5::text, $6::uuid) ORDER BY rank, name, "deviceId" LIMIT $7`, [
      tx.tenantId, campaignId, state, rank, name, id, page.limit + 1,
    ]);
  }

  /** The latest campaigns that a machine is or was in. */
  ofDevice(tx: TenantTx, deviceId: string, limit: number): Promise<OwnCampaign[]> {
    return tx.sql<OwnCampaign>(
      `SELECT c.id AS "campaignId", c.name, c.kind, m.state, m.state_at AS "stateAt", m.words FROM campaign_machine m JOIN campaign c ON c.tenant_id = m.tenant_id AND c.id = m.campaign_id
       WHERE m.tenant_id = $1 AND m.device_id = $2 AND m.state <> 'skipped' ORDER BY c.created_at DESC LIMIT $3`,
      [tx.tenantId, deviceId, limit],
    );
  }
}
