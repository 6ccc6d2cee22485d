import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { EraseCompany } from '../application/erase-company.js';
import { ErasureRepository } from '../persistence/erasure.repository.js';

/** Often, since days begin at another instant in each time zone; where nothing is due it is one question. */
const EVERY_MS = 15 * MINUTE_MS;
const AFTER_FAILURE_MS = MINUTE_MS;

/** Begins the erasure of companies that were closed and may no longer be reopened. In several workers it begins once: each is judged under its lock. */
@Injectable()
export class ErasureSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly erasures: ErasureRepository,
    private readonly erase: EraseCompany,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'exit.erasure-not-begun' });
  }

  /** Does it once. One company's trouble, or its being reopened meanwhile, keeps no other from its turn. */
  async execute(now: Date): Promise<void> {
    const due = await this.system.run('exit: companies to erase', (tx) => this.erasures.listDue(tx, now));
    for (const id of due) await this.erase.execute(id, now).catch((error: unknown) => this.log.error('exit.company-not-erased', { tenantId: id, error }));
  }
}
