import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { HOUR_MS, MINUTE_MS, toAppError, type TenantId } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { ExpireReadings } from '../application/expire-readings.js';
import { ExpiryRepository } from '../persistence/expiry.repository.js';

/** So often that a company that takes a larger plan may send older readings within the hour. */
const EVERY_MS = HOUR_MS;
const AFTER_FAILURE_MS = 5 * MINUTE_MS;

/** Every hour takes away what is older than each company's plan keeps. Several workers doing it at once delete it once. */
@Injectable()
export class ExpirySchedule extends Schedule {
  private readonly closing = new AbortController();

  constructor(
    private readonly system: SystemDb,
    private readonly expiry: ExpiryRepository,
    private readonly expireReadings: ExpireReadings,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'telemetry.expiry-failed' });
  }

  override beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    return super.beforeApplicationShutdown();
  }

  async execute(): Promise<void> {
    const companies = await this.system.run('telemetry expiry: find companies', (tx) => this.expiry.companies(tx));
    for (const company of companies) {
      if (this.closing.signal.aborted) return;
      await this.company(company);
    }
  }

  /** One company's trouble keeps nobody else's readings. */
  private async company(company: TenantId): Promise<void> {
    try {
      const done = await this.expireReadings.execute(company, this.closing.signal);
      if (done && Object.values(done.expired).some((rows) => rows > 0)) this.log.info('telemetry.readings-expired', { tenantId: company, before: done.before.toISOString(), ...done.expired });
    } catch (error) {
      if (this.closing.signal.aborted) return;
      if (toAppError(error).kind === 'unavailable') throw error;
      this.log.error('telemetry.expiry-failed', { tenantId: company, error });
    }
  }
}
