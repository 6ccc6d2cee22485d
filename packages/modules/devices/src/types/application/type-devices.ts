import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { tellDevice } from '../../application/tell-device.js';
import { DeviceTypeRepository } from '../persistence/device-type.repository.js';
import { TypedDeviceRepository, type TypedDevice } from '../persistence/typed-device.repository.js';

type Named = { readonly id: string; readonly name: string };

/** Gives machines a type, within a transaction of the caller's. */
@Injectable()
export class TypeDevices {
  constructor(
    private readonly types: DeviceTypeRepository,
    private readonly machines: TypedDeviceRepository,
  ) {}

  /** Gives the ids of those that had another, or none; null takes it away. @throws AppError (not-found) DEVICE_TYPE.NOT_FOUND */
  async within(tx: TenantTx, deviceIds: readonly string[], typeId: string | null): Promise<ReadonlySet<string>> {
    // Held, so that the type is not deleted meanwhile; taken before the machines, as deleting looks at them after it.
    const type = typeId === null ? null : await this.types.getForUpdate(tx, typeId);
    return this.set(tx, await this.machines.lock(tx, deviceIds), type);
  }

  /** Gives machines that are locked already this type. */
  async set(tx: TenantTx, machines: readonly TypedDevice[], type: Named | null): Promise<ReadonlySet<string>> {
    const others = machines.filter(({ typeId }) => typeId !== (type?.id ?? null));
    const former = await this.types.listByIds(tx, others.flatMap(({ typeId }) => typeId ?? []));
    await this.machines.set(tx, others.map(({ id }) => id), type?.id ?? null);
    for (const { id, name, typeId } of others) {
      await tx.audit('device.type-set', { deviceId: id, name, before: former.find((one) => one.id === typeId)?.name ?? null, after: type?.name ?? null });
      await tellDevice(tx, 'changed', id);
    }
    return new Set(others.map(({ id }) => id));
  }
}
