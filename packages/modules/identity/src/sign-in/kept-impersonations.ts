import { Inject, Injectable } from '@nestjs/common';
import { unauthenticated } from '@tenon/kernel';
import { ImpersonationLedger, type Impersonation } from '@tenon/nest';
import type pg from 'pg';
import { countOperation } from '../persistence/current-impersonation.repository.js';
import { AUTH_POOL } from './tokens.js';

/** Counts in the database what is asked during a look, so that what several processes answer is counted together. */
@Injectable()
export class KeptImpersonations extends ImpersonationLedger {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {
    super();
  }

  /** @throws AppError (unauthenticated) AUTH.IMPERSONATION_OVER for one that ended meanwhile */
  async count(impersonation: Impersonation, operation: string): Promise<void> {
    if (!(await countOperation(this.pool, impersonation, operation))) throw unauthenticated('AUTH.IMPERSONATION_OVER', 'The look at this company is over.');
  }
}
