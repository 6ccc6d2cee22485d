import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { findProven, isClaimed, type FoundConnection } from '../persistence/sso-sign-in.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { SsoDesk } from './sso-desk.js';

/** Whose a domain is. It is one company's at a time, whichever others say that it is theirs. */
@Injectable()
export class ProvenDomain {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly desk: SsoDesk,
  ) {}

  /** The connection of the company whose the domain shows to be, asked now. @throws AppError (unavailable) SSO.DNS */
  async holder(domain: string): Promise<FoundConnection | undefined> {
    // Names that nobody claims are looked up for nobody.
    if (!(await isClaimed(this.pool, domain))) return undefined;
    return findProven(this.pool, domain, await this.desk.domains.shownBy(domain));
  }
}
