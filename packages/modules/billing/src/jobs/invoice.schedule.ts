import { Inject, Injectable } from '@nestjs/common';
import { MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
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
export class InvoiceSchedule extends Schedule {
  constructor(
    private readonly bills: BillMonths,
    private readonly reminders: RemindLate,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'billing.months-not-billed' });
  }

  /** Does it once. */
  async execute(): Promise<void> {
    await this.bills.execute();
    await this.reminders.execute();
  }
}
