import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE_MS } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import { RepeatedWork, type Log } from '@tenon/runtime';
import { BillMonths } from '../application/bill-months.js';
import { RemindLate } from '../application/remind-late.js';

/** Often, since months begin at another instant in each time zone; where nothing is due it is one question. */
const EVERY_MS = 15 * MINUTE_MS;
const AFTER_FAILURE_MS = MINUTE_MS;

/**
 * Bills every company what is due, and reminds those that are late. Running it twice, or in several workers, bills nothing twice and
 * reminds nobody twice: an occasion has one invoice, and a reminder is noted with its invoice locked.
 */
@Injectable()
export class InvoiceSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repeated = new RepeatedWork({
    work: () => this.execute(),
    everyMs: EVERY_MS,
    afterFailureMs: AFTER_FAILURE_MS,
    onFailure: (error) => this.log.warn('billing.months-not-billed', { error }),
  });

  constructor(
    private readonly bills: BillMonths,
    private readonly reminders: RemindLate,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repeated.close();
  }

  private async execute(): Promise<void> {
    await this.bills.execute();
    await this.reminders.execute();
  }
}
