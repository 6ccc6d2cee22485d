import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { deleteOutlived, deleteOutlivedSignIn } from '../persistence/outlived.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** Deletes what is kept of people and has outlived its use, at start and once a day: as the privacy notice says, and docs/personal-data.md class by class. */
@Injectable()
export class PersonalDataSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: 24 * HOUR_MS, afterFailureMs: 5 * MINUTE_MS, failureEvent: 'personal-data.delete-failed' });
  }

  /** Does it once. Doing it again, or in several workers, deletes nothing more. */
  async execute(): Promise<void> {
    const { mails, invitations } = await this.system.run('personal data: what is past its time', deleteOutlived);
    const signIn = await deleteOutlivedSignIn(this.pool);
    if (mails + invitations + signIn > 0) this.log.info('personal-data.deleted', { mails, invitations, signIn });
  }
}
