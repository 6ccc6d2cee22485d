import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { TenantDb, type TenantTx } from '@tenon/db';
import { nextMove, type Move } from '@tenon/domain/campaigns';
import type { SystemActor, TenantActor } from '@tenon/domain/identity';
import { AppError } from '@tenon/kernel';
import { actingAs } from '../../bulk/application/bulk-author.js';
import { CampaignRepository, type CampaignRow } from '../persistence/campaign.repository.js';
import { CampaignMachineRepository } from '../persistence/campaign-machine.repository.js';
import { AskMachines } from './ask-machines.js';
import { FollowMachines } from './follow-machines.js';

/** Machines of one transaction: short enough that nobody waits long for one. */
const AT_ONCE = 100;
const JOB = 'devices.advance-campaign';

/**
 * Brings a campaign as far as it can come now: hears what machines report, gives up on those that take too long, and does what follows from how all of them stand. The rows
 * are the truth: each step holds the campaign's, reads how it stands and writes what it did in one transaction, so it does not matter who does it, or how many at once, or where one was killed.
 */
@Injectable()
export class AdvanceCampaign {
  constructor(
    private readonly db: TenantDb,
    private readonly campaigns: CampaignRepository,
    private readonly machines: CampaignMachineRepository,
    private readonly asking: AskMachines,
    private readonly following: FollowMachines,
  ) {}

  /** Repeating it changes nothing more, as long as no machine says anything new. */
  async execute(system: SystemActor, id: string, signal?: AbortSignal): Promise<void> {
    const campaign = await this.db.read(system, (tx) => this.campaigns.get(tx, id)).catch((error: unknown) => {
      // Forgotten with its company.
      if (error instanceof AppError && error.kind === 'not-found') return undefined;
      throw error;
    });
    if (!campaign) return;
    const actor = actingAs(campaign.author, system.tenantId, JOB);
    await this.follow(actor, id, signal);
    while (await this.db.transaction(actor, (tx) => this.move(tx, id))) signal?.throwIfAborted();
  }

  private async follow(actor: TenantActor, id: string, signal: AbortSignal | undefined): Promise<void> {
    let after: string | null = '00000000-0000-0000-0000-000000000000';
    while (after !== null) {
      signal?.throwIfAborted();
      const from: string = after;
      after = await this.db.transaction(actor, async (tx) => this.following.execute(tx, await this.campaigns.getForUpdate(tx, id), from, AT_ONCE));
    }
  }

  /** @returns whether there may be more to do */
  private async move(tx: TenantTx, id: string): Promise<boolean> {
    const campaign = await this.campaigns.getForUpdate(tx, id);
    if (campaign.state === 'rolling-back') {
      const left = await this.machines.offered(tx, id, AT_ONCE);
      if (left.length > 0) return this.asking.takeBack(tx, campaign, left).then(() => true);
    }
    return this.make(tx, campaign, nextMove(campaign.plan, { ...campaign, counts: await this.campaigns.counts(tx, campaign) }, tx.now));
  }

  private async make(tx: TenantTx, campaign: CampaignRow, move: Move): Promise<boolean> {
    switch (move.kind) {
      case 'offer':
        await this.asking.offer(tx, campaign, await this.machines.waiting(tx, campaign.id, move.upToStage, AT_ONCE));
        return true;
      case 'reached':
        await this.campaigns.change(tx, campaign, { reachedAt: tx.now });
        return true;
      case 'begin-stage':
        await this.campaigns.change(tx, campaign, { stage: move.stage, reachedAt: null });
        await tx.audit('campaign.stage-begun', { campaignId: campaign.id, name: campaign.name, stage: move.stage + 1 });
        return true;
      case 'pause':
        await this.campaigns.change(tx, campaign, { state: 'paused', pausedBecause: move.because });
        return this.tell(tx, campaign, 'campaign.paused', move.because);
      case 'end':
        await this.campaigns.change(tx, campaign, { state: move.state, pausedBecause: null, finishedAt: tx.now });
        return this.tell(tx, campaign, 'campaign.ended', move.state);
      default:
        return false;
    }
  }

  private async tell(tx: TenantTx, { id, name }: CampaignRow, action: 'campaign.paused' | 'campaign.ended', because: string): Promise<false> {
    const counts = (await this.campaigns.states(tx, [id])).get(id) ?? [];
    const of = (...states: readonly string[]): number => counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
    const facts = { name, because, updated: String(of('updated')), failed: String(of('failed', 'timed-out')), rolledBack: String(of('rolled-back')) };
    await tx.audit(action, { campaignId: id, name, reason: because });
    await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: action, subjectId: id, facts });
    return false;
  }
}
