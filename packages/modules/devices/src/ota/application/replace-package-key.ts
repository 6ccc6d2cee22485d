import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { PackageKey } from './package-key.js';

/**
 * Has packages signed by another key from now on. What was signed before can still be checked, by the key's id; machines that know only the former key take nothing new until they are given the
 * other. Each repetition makes one more.
 */
@Injectable()
export class ReplacePackageKey {
  constructor(
    private readonly db: TenantDb,
    private readonly key: PackageKey,
  ) {}

  /** @throws AppError (conflict) OTA_KEY.NONE_YET; (limited) OTA_KEY.TOO_MANY */
  execute(actor: TenantActor): Promise<void> {
    demand(actor, 'device:credentials');
    return this.db.transaction(actor, (tx) => this.key.replace(tx));
  }
}
