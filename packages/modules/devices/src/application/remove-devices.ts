import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { DeviceRepository } from '../persistence/device.repository.js';
import { DevicePoints } from './device-points.js';
import { tellDevice } from './tell-device.js';

/** Deletes machines with all that is theirs, within a transaction of the caller's. */
@Injectable()
export class RemoveDevices {
  constructor(
    private readonly devices: DeviceRepository,
    private readonly points: DevicePoints,
  ) {}

  /** Gives the ids, all of which must be there. @throws AppError (not-found) DEVICE.NOT_FOUND */
  async within(tx: TenantTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
    for (const id of ids) {
      const { name, kind } = await this.devices.getForUpdate(tx, id);
      await this.points.eraseWith(tx, id);
      await this.devices.delete(tx, id);
      await tx.audit('device.deleted', { deviceId: id, name, kind });
      await tellDevice(tx, 'deleted', id);
    }
    return new Set(ids);
  }
}
