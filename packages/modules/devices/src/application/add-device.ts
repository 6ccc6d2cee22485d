import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import type { TenantTx } from '@tenon/db';
import type { NewDevice } from '../persistence/device.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import type { DeviceRow } from '../persistence/device-row.js';
import { readDeviceName } from './device-name.js';
import { tellDevice } from './tell-device.js';

/** What every way in has in common by which one real machine is added: a person's, a gateway's, a machine's own. */
@Injectable()
export class AddDevice {
  constructor(
    private readonly devices: DeviceRepository,
    private readonly room: RoomInPlan,
  ) {}

  /** Adds it in the transaction of whoever asks, without a token. @throws AppError (limited) QUOTA.REACHED; DEVICE.NAME_TAKEN and what a name may be refused with */
  async within(tx: TenantTx, { name: text, ...device }: Omit<NewDevice, 'kind' | 'profile'>, facts: Readonly<Record<string, string>> = {}): Promise<DeviceRow> {
    await this.room.take(tx, 'devices');
    const added = await this.devices.insert(tx, { ...device, name: readDeviceName(text), kind: 'machine', profile: null });
    await tx.audit('device.created', { deviceId: added.id, name: added.name, ...facts });
    await tellDevice(tx, 'changed', added.id);
    return added;
  }
}
