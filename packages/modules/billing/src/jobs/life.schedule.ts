import { Inject, Injectable } from '@nestjs/common';
import { MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { PassDays } from '../application/pass-days.js';

/** Often, since days begin at another instant in each time zone; where nothing is due it is one question. */
const EVERY_MS = 15 * MINUTE_MS;
const AFTER_FAILURE_MS = MINUTE_MS;

/** Lets days go by for every company. Running it twice, or in several workers, moves and tells nobody twice: each is judged under its lock. */
@Injectable()
export class LifeSchedule extends Schedule {
  constructor(
    private readonly days: PassDays,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'billing.days-not-passed' });
  }

  /** Does it once. */
  execute(now: Date): Promise<void> {
    return this.days.execute(now);
  }
}
