import { Injectable } from '@nestjs/common';
import { advanceCampaign } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { CampaignState } from '@tenon/domain/campaigns';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { CampaignRepository, type CampaignRow } from '../persistence/campaign.repository.js';
import { CampaignMachineRepository } from '../persistence/campaign-machine.repository.js';

/** What a person does with a campaign. */
export type Steering = 'pause' | 'resume' | 'abort' | 'roll-back';

/** From where each can be done. */
const FROM: Readonly<Record<Steering, readonly CampaignState[]>> = {
  pause: ['running'],
  resume: ['paused'],
  abort: ['running', 'paused'],
  'roll-back': ['running', 'paused', 'aborting', 'aborted', 'done'],
};
const ACTION = { pause: 'campaign.paused', resume: 'campaign.resumed', abort: 'campaign.aborted', 'roll-back': 'campaign.rollback-begun' } as const;

/** Pauses, resumes, aborts and takes back a campaign. */
@Injectable()
export class SteerCampaign {
  constructor(
    private readonly db: TenantDb,
    private readonly campaigns: CampaignRepository,
    private readonly machines: CampaignMachineRepository,
  ) {}

  /** Repeating it fails, as it is so already. @throws AppError CAMPAIGN.NOT_FOUND; (conflict) CAMPAIGN.STATE, with the state it is in */
  execute(actor: TenantActor, id: string, steering: Steering): Promise<CampaignRow> {
    demand(actor, 'campaign:manage');
    return this.db.transaction(actor, async (tx) => {
      const campaign = await this.campaigns.getForUpdate(tx, id);
      if (!FROM[steering].includes(campaign.state)) throw conflict('CAMPAIGN.STATE', 'This cannot be done with a campaign that stands so.', { state: campaign.state });
      await this.steer(tx, campaign, steering);
      await tx.audit(ACTION[steering], { campaignId: id, name: campaign.name });
      await tx.enqueue(advanceCampaign, { campaignId: id });
      return this.campaigns.get(tx, id);
    });
  }

  private async steer(tx: TenantTx, campaign: CampaignRow, steering: Steering): Promise<void> {
    switch (steering) {
      case 'pause':
        return this.campaigns.change(tx, campaign, { state: 'paused', pausedBecause: null });
      case 'resume':
        // Whoever resumes has seen what failed: only what fails from now on pauses it again.
        return this.campaigns.change(tx, campaign, { state: 'running', pausedBecause: null, forgivenFailures: (await this.campaigns.counts(tx, campaign)).reduce((sum, { failed }) => sum + failed, 0) });
      case 'abort':
        // Those that have begun go on to their end: what is half written is no state to leave a machine in.
        await this.machines.skipWaiting(tx, campaign.id, 'CAMPAIGN.ABORTED');
        return this.campaigns.change(tx, campaign, { state: 'aborting', pausedBecause: null });
      case 'roll-back':
        await this.machines.skipWaiting(tx, campaign.id, 'CAMPAIGN.ABORTED');
        await this.machines.reopen(tx, campaign.id);
        return this.campaigns.change(tx, campaign, { state: 'rolling-back', pausedBecause: null, finishedAt: null });
    }
  }
}
