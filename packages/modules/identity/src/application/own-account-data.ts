import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { readAccountData, type AccountData } from '../persistence/account-data.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** What sign-in keeps of a person, as they take it along: who they are, by what they sign in and where, to what they agreed. No secret, and nothing that is kept of one. */
@Injectable()
export class OwnAccountData {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  execute(userId: string): Promise<AccountData> {
    return readAccountData(this.pool, userId);
  }
}
