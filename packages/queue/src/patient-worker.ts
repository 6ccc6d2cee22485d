import { Worker, type Job } from 'bullmq';
import { setTimeout } from 'node:timers/promises';

/** How long a worker waits after it could not ask for work. */
const PAUSE_MS = 1_000;

/**
 * BullMQ's worker asks for work again at once when the backend refuses: as fast as the refusals come, and without ever letting anything else
 * run where they come without asking. This one waits in between.
 */
export class PatientWorker<Data> extends Worker<Data> {
  protected override async moveToActive(token: string, name?: string): Promise<Job<Data>> {
    try {
      return await super.moveToActive(token, name);
    } catch (error) {
      await setTimeout(PAUSE_MS);
      throw error;
    }
  }
}
