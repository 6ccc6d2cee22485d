import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { DeviceRepository } from '../persistence/device.repository.js';
import { DevicePoints } from './device-points.js';
import { tellDevice } from './tell-device.js';

/**
 * Deletes a machine with its token, refusals, metrics and points. Nobody can read them from this commit on; a job then
 * removes the points themselves. Repeating it fails with DEVICE.NOT_FOUND.
 */
@Injectable()
export class DeleteDevice {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly points: DevicePoints,
  ) {}

  execute(actor: TenantActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const { name, kind } = await this.devices.getForUpdate(tx, id);
      await this.points.eraseWith(tx, id);
      await this.devices.delete(tx, id);
      await tx.audit('device.deleted', { deviceId: id, name, kind });
      await tellDevice(tx, 'deleted', id);
      return id;
    });
  }
}
