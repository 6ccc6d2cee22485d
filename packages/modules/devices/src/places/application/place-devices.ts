import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { tellDevice } from '../../application/tell-device.js';
import { PlacedDeviceRepository } from '../persistence/placed-device.repository.js';
import { PlaceRepository } from '../persistence/place.repository.js';

/** Says where machines stand, within a transaction of the caller's. */
@Injectable()
export class PlaceDevices {
  constructor(
    private readonly places: PlaceRepository,
    private readonly machines: PlacedDeviceRepository,
  ) {}

  /** Gives the ids of those that stood elsewhere; whoever stands there already stays as they are. @throws AppError (not-found) PLACE.NOT_FOUND */
  async within(tx: TenantTx, deviceIds: readonly string[], placeId: string | null): Promise<ReadonlySet<string>> {
    const after = placeId === null ? null : (await this.places.hold(tx, placeId)).name;
    const others = (await this.machines.lock(tx, deviceIds)).filter((device) => device.placeId !== placeId);
    const former = await this.places.pathsTo(tx, others.flatMap((device) => device.placeId ?? []));
    await this.machines.set(tx, others.map(({ id }) => id), placeId);
    for (const { id, name, placeId: from } of others) {
      await tx.audit('device.placed', { deviceId: id, name, before: (from !== null && former.get(from)?.at(-1)?.name) || null, after });
      await tellDevice(tx, 'changed', id);
    }
    return new Set(others.map(({ id }) => id));
  }
}
