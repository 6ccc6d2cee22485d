import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { SECOND_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { AdvanceCampaign } from './application/advance-campaign.js';
import { OpenCampaignRepository } from './persistence/open-campaign.repository.js';

const EVERY_MS = 2 * SECOND_MS;

/** Moves campaigns by what their machines report and by the time that goes by. Several workers may do it at once: each campaign is held by whoever moves it. */
@Injectable()
export class CampaignSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly open: OpenCampaignRepository,
    private readonly advance: AdvanceCampaign,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: EVERY_MS, failureEvent: 'devices.campaigns-not-moved' });
  }

  /** One that cannot be moved keeps no other from it. */
  async execute(_now: Date): Promise<void> {
    const campaigns = await this.system.run('devices: find campaigns under way', (tx) => this.open.list(tx));
    for (const { tenantId, id } of campaigns) {
      await this.advance.execute(systemActor(tenantId), id).catch((error: unknown) => this.log.error('devices.campaign-not-moved', { tenantId, campaignId: id, error }));
    }
  }
}
