import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { invalid, isUuid, notFound } from '@tenon/kernel';
import type { DeviceRow } from '../../persistence/device-row.js';
import { DeviceTypeRepository } from '../persistence/device-type.repository.js';
import { TypedDeviceRepository } from '../persistence/typed-device.repository.js';
import { TypeDevices } from './type-devices.js';

/** In one call. */
const MOST_AT_ONCE = 200;

type Named = { readonly id: string; readonly name: string };

/** Says which type machines have, or that they have none. Machines that have it already stay as they are: repeating it changes nothing more. */
@Injectable()
export class AssignDeviceType {
  constructor(
    private readonly db: TenantDb,
    private readonly types: DeviceTypeRepository,
    private readonly machines: TypedDeviceRepository,
    private readonly typing: TypeDevices,
  ) {}

  /** All of them or none. @throws AppError (invalid) DEVICE_TYPE.MACHINES unless it is 1 to 200; DEVICE.NOT_FOUND; DEVICE_TYPE.NOT_FOUND */
  execute(actor: TenantActor, { deviceIds, typeId }: { readonly deviceIds: readonly string[]; readonly typeId?: string | null | undefined }): Promise<DeviceRow[]> {
    const ids = [...new Set(deviceIds)];
    if (ids.length < 1 || ids.length > MOST_AT_ONCE) throw invalid('DEVICE_TYPE.MACHINES', `1 to ${MOST_AT_ONCE} machines get a type at once.`, { limit: MOST_AT_ONCE });
    return this.db.transaction(actor, async (tx) => {
      // Held, so that the type is not deleted meanwhile; taken before the machines, as deleting looks at them after it.
      const type = typeof typeId === 'string' ? await this.types.getForUpdate(tx, typeId) : null;
      const found = ids.every(isUuid) ? await this.machines.lock(tx, ids) : [];
      if (found.length < ids.length) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.');
      await this.typing.set(tx, found, type);
      return this.machines.listByIds(tx, ids);
    });
  }

  /** Gives a machine a type where it has none. */
  async whereNone(tx: TenantTx, deviceId: string, type: Named): Promise<void> {
    const found = await this.machines.lock(tx, [deviceId]);
    await this.typing.set(tx, found.filter(({ typeId }) => typeId === null), type);
  }
}
