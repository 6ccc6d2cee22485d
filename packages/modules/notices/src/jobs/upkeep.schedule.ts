import { Inject, Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb } from '@tenon/db';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { listExpiringKeys } from '../persistence/expiring-key.repository.js';
import { NoticeRepository } from '../persistence/notice.repository.js';

const EVERY_MS = HOUR_MS;
const AFTER_FAILURE_MS = 5 * MINUTE_MS;
/** So long before, whoever made a key is told that it expires. */
const BEFORE_EXPIRY_MS = 7 * DAY_MS;
const KEEP_MS = 365 * DAY_MS;
const MOST_KEYS = 500;

/** Tells of what comes by itself, and drops what is older than a year; at start and every hour. */
@Injectable()
export class UpkeepSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly notices: NoticeRepository,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'notices.upkeep-failed' });
  }

  /** Does it once. Doing it again, or in several workers, tells nobody twice: a key's notice has the key's id. */
  async execute(): Promise<void> {
    await this.system.run('notices: tell of keys that expire', async (tx) => {
      for (const { tenantId, id, userId, name, expiresAt } of await listExpiringKeys(tx, new Date(tx.now.getTime() + BEFORE_EXPIRY_MS), MOST_KEYS)) {
        await tx.enqueueFor(tenantId, noticeRaised, { noticeId: id, kind: 'api-key.expiring', personId: userId, subjectId: id, facts: { name, expiresOn: expiresAt.toISOString().slice(0, 10) } });
      }
    });
    await this.system.run('notices: drop what is old', (tx) => this.notices.deleteBefore(tx, new Date(tx.now.getTime() - KEEP_MS)));
  }
}
