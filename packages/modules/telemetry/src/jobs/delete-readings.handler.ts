import { Injectable } from '@nestjs/common';
import { deleteReadings } from '@tenon/contracts/jobs';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { ForgetReadings } from '../application/forget-readings.js';

/** Deletes readings that somebody wanted gone. Running it twice is safe: it deletes what is left; what came into the range meanwhile goes, too. */
@Injectable()
@HandlesJob(deleteReadings)
export class DeleteReadingsHandler implements JobHandler<typeof deleteReadings> {
  constructor(private readonly forget: ForgetReadings) {}

  async handle({ payload: { deviceId, seriesIds, fromMs, toMs }, actor, signal }: JobContext<typeof deleteReadings>): Promise<void> {
    if (!actor) throw new Error('deleteReadings is a job of a tenant');
    await this.forget.execute(actor, { deviceId, seriesIds, range: { fromMs, toMs } }, signal);
  }
}
