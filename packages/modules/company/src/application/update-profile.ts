import { Injectable } from '@nestjs/common';
import { companyDescribed } from '@tenon/contracts/events';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { ProfileRepository, type ProfileRow } from '../persistence/profile.repository.js';
import { changesOf } from './changes-of.js';
import { changedProfile, type ProfileInput } from './profile-input.js';

/** Changes what the company says of itself. Repeating it changes nothing and leaves no second entry in the trail. */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly db: TenantDb,
    private readonly profiles: ProfileRepository,
  ) {}

  /** @throws AppError (invalid) as {@link changedProfile} */
  execute(actor: TenantActor, input: ProfileInput): Promise<ProfileRow> {
    return this.db.transaction(actor, async (tx) => {
      const { updatedAt, ...profile } = await this.profiles.getForUpdate(tx, tx.tenantId);
      const next = changedProfile(profile, input);
      const changes = changesOf(profile, next);
      if (!changes) return { ...profile, updatedAt };
      await tx.audit('tenant.profile-updated', changes);
      await tx.publish(companyDescribed, {});
      return this.profiles.put(tx, tx.tenantId, next);
    });
  }
}
