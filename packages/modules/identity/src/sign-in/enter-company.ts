import { Inject, Injectable } from '@nestjs/common';
import type { TenantId } from '@tenon/kernel';
import type pg from 'pg';
import { putSessionIn, tellSessionEnded } from '../persistence/session.repository.js';
import { AUTH_POOL } from './tokens.js';

/** Whose session, and into which company they belong to. */
export interface Entry {
  readonly userId: string;
  /** Null: all of somebody who has just signed up. */
  readonly sessionId: string | null;
  readonly tenantId: TenantId;
}

/** Puts a session into a company, and remembers it for the person's next one. What they follow live begins anew there. */
@Injectable()
export class EnterCompany {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  async execute(entry: Entry): Promise<void> {
    await putSessionIn(this.pool, entry);
    await tellSessionEnded(this.pool, entry.userId);
  }
}
