import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { DeviceRepository } from '../persistence/device.repository.js';
import type { DeviceRow } from '../persistence/device-row.js';
import { readDeviceName } from './device-name.js';
import { tellDevice } from './tell-device.js';

/** Renames a machine. Repeating it changes nothing more. */
@Injectable()
export class RenameDevice {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
  ) {}

  /** @throws AppError DEVICE.NOT_FOUND, DEVICE.NAME_REQUIRED, DEVICE.NAME_TAKEN */
  execute(actor: TenantActor, input: { id: string; name: string }): Promise<DeviceRow> {
    return this.db.transaction(actor, async (tx) => {
      const before = await this.devices.getForUpdate(tx, input.id);
      const after = await this.devices.rename(tx, input.id, readDeviceName(input.name));
      await tx.audit('device.renamed', { deviceId: input.id, before: before.name, after: after.name });
      await tellDevice(tx, 'changed', input.id);
      return after;
    });
  }
}
