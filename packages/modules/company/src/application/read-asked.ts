import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { findAsked, type AskedRow } from '../persistence/review.repository.js';

/** What the office asks of the company about its sign-up. */
@Injectable()
export class ReadAsked {
  constructor(private readonly db: TenantDb) {}

  execute(actor: TenantActor): Promise<AskedRow | null> {
    return this.db.read(actor, findAsked);
  }
}
