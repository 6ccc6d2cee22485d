import { Injectable } from '@nestjs/common';
import { advanceCampaign } from '@tenon/contracts/jobs';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { AdvanceCampaign } from './application/advance-campaign.js';

/** Moves a campaign that somebody just began or steered. Running it twice is safe, at once too: each step holds the campaign and reads how it stands. */
@Injectable()
@HandlesJob(advanceCampaign)
export class AdvanceCampaignHandler implements JobHandler<typeof advanceCampaign> {
  constructor(private readonly advance: AdvanceCampaign) {}

  async handle({ payload: { campaignId }, actor, signal }: JobContext<typeof advanceCampaign>): Promise<void> {
    if (!actor) throw new Error('advanceCampaign is a job of a tenant');
    await this.advance.execute(actor, campaignId, signal);
  }
}
