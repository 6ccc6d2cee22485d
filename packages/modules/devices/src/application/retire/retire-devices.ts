import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { RetirementRepository } from '../../persistence/retirement.repository.js';
import { tellUse } from './tell-use.js';

/** Takes machines out of use, within a transaction of the caller's. */
@Injectable()
export class RetireDevices {
  constructor(private readonly retirement: RetirementRepository) {}

  /** Gives the ids of those that were in use; whoever is out of use already stays so since then. */
  async within(tx: TenantTx, deviceIds: readonly string[]): Promise<ReadonlySet<string>> {
    const inUse = (await this.retirement.lock(tx, deviceIds)).filter(({ retiredAt }) => retiredAt === null);
    await this.retirement.set(tx, inUse.map(({ id }) => id), tx.now);
    for (const device of inUse) {
      await tx.audit('device.retired', { deviceId: device.id, name: device.name });
      await tellUse(tx, device);
    }
    return new Set(inUse.map(({ id }) => id));
  }
}
