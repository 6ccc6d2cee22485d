import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import type pg from 'pg';
import { endImpersonation } from '../persistence/impersonation.repository.js';
import { lockPerson } from '../persistence/person-lock.js';
import { tellSessionEnded } from '../persistence/session.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { tellEnded } from './tell-impersonation.js';

/** Ends what somebody of the office looks at, in whichever session; what they follow there ends at once. Repeating it changes nothing. */
@Injectable()
export class EndImpersonation {
  constructor(
    private readonly db: SystemDb,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
  ) {}

  async execute(staff: StaffActor): Promise<void> {
    await this.db.runAs(staff, 'office: end a look as a company', async (tx) => {
      await lockPerson(tx, staff.userId);
      await endImpersonation(tx, staff.userId, 'staff');
      await tellEnded(tx, staff.userId, staff.origin);
    });
    await tellSessionEnded(this.pool, staff.userId);
  }
}
