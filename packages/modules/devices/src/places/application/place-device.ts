import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { DeviceRepository } from '../../persistence/device.repository.js';
import type { DeviceRow } from '../../persistence/device-row.js';
import { PlaceDevices } from './place-devices.js';

/** Says where one machine stands, or that nobody knows. Repeating it changes nothing more. */
@Injectable()
export class PlaceDevice {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly placing: PlaceDevices,
  ) {}

  /** @throws AppError DEVICE.NOT_FOUND, PLACE.NOT_FOUND */
  execute(actor: TenantActor, { id, placeId }: { readonly id: string; readonly placeId?: string | null | undefined }): Promise<DeviceRow> {
    return this.db.transaction(actor, async (tx) => {
      await this.devices.get(tx, id);
      await this.placing.within(tx, [id], placeId ?? null);
      return this.devices.get(tx, id);
    });
  }
}
