import { Injectable } from '@nestjs/common';
import { refreshEnergy } from '@tenon/contracts/jobs';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { RefreshEnergy } from '../application/refresh-energy.js';

/** Computes a subscription's energy over a range. Running it twice is safe: slots are replaced by what the points say. */
@Injectable()
@HandlesJob(refreshEnergy)
export class RefreshEnergyHandler implements JobHandler<typeof refreshEnergy> {
  constructor(private readonly refresh: RefreshEnergy) {}

  handle({ payload, actor }: JobContext<typeof refreshEnergy>): Promise<void> {
    if (!actor) throw new Error('refreshEnergy is a job of a tenant');
    return this.refresh.execute(actor.tenantId, payload);
  }
}
