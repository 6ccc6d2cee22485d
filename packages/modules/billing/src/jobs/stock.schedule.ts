import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { readAllStocks } from '../persistence/stock.repository.js';

/** Several times an hour, so that no hour passes without a reading when a worker starts anew. */
const EVERY_MS = 15 * MINUTE_MS;
const AFTER_FAILURE_MS = MINUTE_MS;

/** Reads every company's stock meters: machines, people and apps. An hour reads the most there was, so reading again, or in several workers, bills nothing twice. */
@Injectable()
export class StockSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'billing.stocks-not-read' });
  }

  /** Does it once. */
  async execute(): Promise<void> {
    await this.system.run('billing: read stock meters', (tx) => readAllStocks(tx));
  }
}
