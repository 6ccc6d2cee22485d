import { Injectable } from '@nestjs/common';
import { actOnMachines } from '@tenon/contracts/jobs';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { RunBulkAction } from './application/run-bulk-action.js';

/** Does to many machines what somebody asked for. Running it twice is safe: each machine is done with once, and what is done is noted with it. */
@Injectable()
@HandlesJob(actOnMachines)
export class ActOnMachinesHandler implements JobHandler<typeof actOnMachines> {
  constructor(private readonly run: RunBulkAction) {}

  async handle({ payload: { bulkActionId }, actor, signal }: JobContext<typeof actOnMachines>): Promise<void> {
    if (!actor) throw new Error('actOnMachines is a job of a tenant');
    await this.run.execute(actor, bulkActionId, signal);
  }
}
