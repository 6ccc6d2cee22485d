import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { MINUTE_MS } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import { RepeatedWork, type Log } from '@tenon/runtime';
import { readAllStocks } from '../persistence/stock.repository.js';

/** Several times an hour, so that no hour passes without a reading when a worker starts anew. */
const EVERY_MS = 15 * MINUTE_MS;
const AFTER_FAILURE_MS = MINUTE_MS;

/** Reads every company's stock meters: machines, people and apps. An hour reads the most there was, so reading again, or in several workers, bills nothing twice. */
@Injectable()
export class StockSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repeated = new RepeatedWork({
    work: () => this.execute(),
    everyMs: EVERY_MS,
    afterFailureMs: AFTER_FAILURE_MS,
    onFailure: (error) => this.log.warn('billing.stocks-not-read', { error }),
  });

  constructor(
    private readonly system: SystemDb,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repeated.close();
  }

  /** Does it once. */
  async execute(): Promise<void> {
    await this.system.run('billing: read stock meters', (tx) => readAllStocks(tx));
  }
}
