import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { STAFF_ROLE_PERMISSIONS } from '@tenon/domain/identity';
import { MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { tellEnded } from '../application/tell-impersonation.js';
import { endLapsed } from '../persistence/impersonation.repository.js';

const rolesThat = (permission: string): string[] => Object.entries(STAFF_ROLE_PERMISSIONS).flatMap(([role, permissions]) => (permissions.includes(permission) ? [role] : []));

/**
 * Notes and tells of looks at companies that are over without anybody having ended them. They let nobody in any more whether or
 * not this runs: it is about what stands in trails and inboxes.
 */
@Injectable()
export class ImpersonationSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: MINUTE_MS, afterFailureMs: MINUTE_MS, failureEvent: 'impersonation.settle-failed' });
  }

  /** Does it once. Doing it again, or in several workers, tells nothing twice: each is taken by one. */
  execute(): Promise<void> {
    return this.system.run('office: looks that are over', async (tx) => {
      await endLapsed(tx, { looking: rolesThat('company:impersonate'), writing: rolesThat('company:impersonate-write') });
      await tellEnded(tx, null, { via: 'job', viaId: 'impersonation' });
    });
  }
}
