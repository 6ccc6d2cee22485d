import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type pg from 'pg';
import { revokeKeysOf } from '../persistence/api-keys-of-person.repository.js';
import { forgetDevices } from '../persistence/device.repository.js';
import { deletePasskeys } from '../persistence/passkey.repository.js';
import { deleteSecondFactor, findSecondFactor } from '../persistence/second-factor.repository.js';
import { deleteSecondStepsOf } from '../persistence/second-step.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { PersonTrail, type PersonAct } from './person-trail.js';

/** Why it was done, as the trails say. */
type Because = 'password-reset' | 'appointed';

/**
 * Takes away all by which an account is opened, or acted for, beside its password and its sessions: passkeys, second factor, browsers
 * that are known, API keys of every company. For an account that only now turns out to be whose address it bears: whoever
 * signed up with that address first may have left themselves a way in. Repeating it finds nothing more.
 */
@Injectable()
export class ShedAccess {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly db: SystemDb,
    private readonly trail: PersonTrail,
  ) {}

  async execute(person: PersonAct, because: Because): Promise<void> {
    await this.shedFactor(person, because);
    const passkeys = await deletePasskeys(this.pool, person.userId);
    if (passkeys > 0) await this.trail.note(person, 'member.passkey-removed', { count: passkeys, because });
    await forgetDevices(this.pool, person.userId);
    await this.db.run('sign-in: revoke a person’s keys', async (tx) => {
      for (const { tenantId, id, name } of await revokeKeysOf(tx, person.userId)) {
        await tx.auditOf(tenantId, { id: person.userId, email: person.email }, person.origin, 'api-key.revoked', { apiKeyId: id, name, because });
      }
    });
  }

  private async shedFactor(person: PersonAct, because: Because): Promise<void> {
    const factor = await findSecondFactor(this.pool, person.userId);
    await deleteSecondStepsOf(this.pool, person.userId);
    if (!factor || !(await deleteSecondFactor(this.pool, person.userId)) || !factor.confirmedAt) return;
    await this.trail.note(person, 'member.second-factor-turned-off', { because });
  }
}
