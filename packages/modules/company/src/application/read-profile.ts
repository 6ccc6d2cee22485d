import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { ProfileRepository, type ProfileRow } from '../persistence/profile.repository.js';

/** What the company says of itself. */
@Injectable()
export class ReadProfile {
  constructor(
    private readonly db: TenantDb,
    private readonly profiles: ProfileRepository,
  ) {}

  execute(actor: TenantActor): Promise<ProfileRow> {
    return this.db.read(actor, (tx) => this.profiles.get(tx, tx.tenantId));
  }
}
