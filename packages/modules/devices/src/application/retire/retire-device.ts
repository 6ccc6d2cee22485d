import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { DeviceRepository } from '../../persistence/device.repository.js';
import type { DeviceRow } from '../../persistence/device-row.js';
import { RetirementRepository } from '../../persistence/retirement.repository.js';
import { RetireDevices } from './retire-devices.js';
import { tellUse } from './tell-use.js';

/**
 * Takes a machine out of use and brings it back. Out of use it is not let in, whatever token it has, nor counted among the plan's machines; its
 * readings, notes and name stay, and its token works again when it is back.
 */
@Injectable()
export class RetireDevice {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly retirement: RetirementRepository,
    private readonly retiring: RetireDevices,
    private readonly room: RoomInPlan,
  ) {}

  /** Repeating it fails. @throws AppError DEVICE.NOT_FOUND; (conflict) DEVICE.ALREADY_RETIRED */
  retire(actor: TenantActor, id: string): Promise<DeviceRow> {
    return this.db.transaction(actor, async (tx) => {
      await this.devices.get(tx, id);
      const retired = await this.retiring.within(tx, [id]);
      if (!retired.has(id)) throw conflict('DEVICE.ALREADY_RETIRED', 'The machine is out of use already.');
      return this.devices.get(tx, id);
    });
  }

  /** Repeating it fails. @throws AppError DEVICE.NOT_FOUND; (conflict) DEVICE.NOT_RETIRED; (limited) QUOTA.REACHED */
  bringBack(actor: TenantActor, id: string): Promise<DeviceRow> {
    return this.db.transaction(actor, async (tx) => {
      // Counted before it is looked at, in the order in which all take a place of the plan.
      await this.devices.get(tx, id);
      await this.room.take(tx, 'devices');
      const [device] = await this.retirement.lock(tx, [id]);
      if (!device?.retiredAt) throw conflict('DEVICE.NOT_RETIRED', 'The machine is in use.');
      await this.retirement.set(tx, [id], null);
      await tx.audit('device.reinstated', { deviceId: id, name: device.name });
      await tellUse(tx, device);
      return this.devices.get(tx, id);
    });
  }
}
