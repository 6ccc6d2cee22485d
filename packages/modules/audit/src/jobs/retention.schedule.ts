import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { RetentionRepository } from '../persistence/retention.repository.js';

const EVERY_MS = 24 * HOUR_MS;
const AFTER_FAILURE_MS = 5 * MINUTE_MS;

/** Drops what of companies' trails is past its time, at start and once a day. */
@Injectable()
export class RetentionSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly retention: RetentionRepository,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'audit.drop-failed' });
  }

  /** Does it once. Doing it again, or in several workers, drops nothing more: each company's chain is locked meanwhile. */
  async execute(): Promise<void> {
    const due = await this.system.run('audit: what is past its time', (tx) => this.retention.due(tx));
    for (const tenantId of due) {
      const entries = await this.system.run('audit: drop what is past its time', (tx) => this.retention.drop(tx, tenantId));
      if (entries > 0) this.log.info('audit.dropped', { tenantId, entries });
    }
  }
}
