import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { TenantId } from '@tenon/kernel';
import type pg from 'pg';
import { deleteMailsOf, listOnlyHere } from '../persistence/forgotten.repository.js';
import { forgetAccounts, forgetOrganisation } from '../persistence/forgotten-account.repository.js';
import { tellSessionEnded } from '../persistence/session.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** What was forgotten. */
export interface Forgotten {
  /** Accounts of people who belonged to no other company. */
  readonly accounts: number;
  readonly mails: number;
}

/**
 * Takes people out of a company that is erased: nobody's session is in it any more, and whoever belongs to no other company and is
 * no staff of the platform has no account either, nor mail that was written to them. Repeating it forgets what is left.
 */
@Injectable()
export class ForgetPeople {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly db: SystemDb,
  ) {}

  async execute(tenantId: TenantId): Promise<Forgotten> {
    const people = await this.db.run('erasure: whose only company it is', (tx) => listOnlyHere(tx, tenantId));
    const alone = people.filter(({ isOnlyHere }) => isOnlyHere);
    const mails = await this.db.run('erasure: mail of a company', (tx) => deleteMailsOf(tx, tenantId, alone.map(({ email }) => email)));
    await forgetOrganisation(this.pool, tenantId);
    const accounts = await forgetAccounts(this.pool, alone.map(({ userId }) => userId));
    for (const { userId } of people) await tellSessionEnded(this.pool, userId);
    return { accounts, mails };
  }
}
