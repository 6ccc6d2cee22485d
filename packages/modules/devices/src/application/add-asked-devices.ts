import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { machineActor, systemActor } from '@tenon/domain/identity';
import { AppError, toAppError, type TenantId } from '@tenon/kernel';
import { DeviceRequestRepository, type DeviceRequestRow } from '../persistence/device-request.repository.js';
import { AddDevice } from './add-device.js';
import { tellDevice } from './tell-device.js';

const ORIGIN = { via: 'job', viaId: 'devices.add-asked-devices' } as const;

/**
 * Adds the machines that gateways ask for in their names, as many at a time as one company has its turn for. What is refused is told to the
 * gateway, which asks again after a while. Doing it twice adds nothing twice: what was asked for goes with the machine's coming.
 */
@Injectable()
export class AddAskedDevices {
  constructor(
    private readonly db: TenantDb,
    private readonly requests: DeviceRequestRepository,
    private readonly add: AddDevice,
  ) {}

  /** @returns whether there may be more. @throws whatever the database throws that is no answer to a gateway */
  async execute(tenantId: TenantId, limit: number, onFault: (error: unknown) => void): Promise<boolean> {
    const asked = await this.db.read(systemActor(tenantId, ORIGIN), (tx) => this.requests.list(tx, limit));
    for (const request of asked) await this.answer(tenantId, request, onFault);
    return asked.length === limit;
  }

  private async answer(tenantId: TenantId, request: DeviceRequestRow, onFault: (error: unknown) => void): Promise<void> {
    const actor = machineActor({ tenantId, deviceId: request.parentId, name: request.parentName }, ORIGIN);
    try {
      await this.db.transaction(actor, (tx) => this.within(tx, request.id));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.kind === 'unavailable') throw error;
      // A fault of ours is refused too: it is asked for again, and must not hold up the others until then.
      if (error.kind === 'bug') onFault(thrown);
      await this.db.transaction(actor, (tx) => this.refuse(tx, request, error));
    }
  }

  private async within(tx: TenantTx, id: string): Promise<void> {
    const request = await this.requests.takeForUpdate(tx, id);
    if (!request) return;
    const { parentId, parentName, name, typeId } = request;
    await this.requests.delete(tx, id);
    // Somebody said meanwhile that it brings no more: the gateway sees it itself when it asks.
    if (request.parentMode === 'open') await this.add.within(tx, { name, typeId, parentId, knownAs: name }, { gatewayId: parentId, gateway: parentName });
    await tellDevice(tx, 'child-answered', parentId);
  }

  private async refuse(tx: TenantTx, { id, parentId }: DeviceRequestRow, error: AppError): Promise<void> {
    await this.requests.refuse(tx, id, error);
    await tellDevice(tx, 'child-answered', parentId);
  }
}
