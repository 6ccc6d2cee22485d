import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { RemoveDevices } from './remove-devices.js';

/**
 * Deletes a machine with its token, refusals, metrics and points. Nobody can read them from this commit on; a job then
 * removes the points themselves. Repeating it fails with DEVICE.NOT_FOUND.
 */
@Injectable()
export class DeleteDevice {
  constructor(
    private readonly db: TenantDb,
    private readonly removing: RemoveDevices,
  ) {}

  execute(actor: TenantActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      await this.removing.within(tx, [id]);
      return id;
    });
  }
}
