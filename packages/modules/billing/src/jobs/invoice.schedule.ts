import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE_MS } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import { RepeatedWork, type Log } from '@tenon/runtime';
import { BillMonths } from '../application/bill-months.js';

/** Often, since months begin at another instant in each time zone; where nothing is due it is one question. */
const EVERY_MS = 15 * MINUTE_MS;
const AFTER_FAILURE_MS = MINUTE_MS;

/** Bills every company what is due. Running it twice, or in several workers, bills nothing twice: an occasion has one invoice. */
@Injectable()
export class InvoiceSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repeated = new RepeatedWork({
    work: () => this.bills.execute(),
    everyMs: EVERY_MS,
    afterFailureMs: AFTER_FAILURE_MS,
    onFailure: (error) => this.log.warn('billing.months-not-billed', { error }),
  });

  constructor(
    private readonly bills: BillMonths,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repeated.close();
  }
}
