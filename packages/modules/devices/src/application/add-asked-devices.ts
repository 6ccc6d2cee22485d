import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { machineActor, systemActor } from '@tenon/domain/identity';
import { toAppError, type AppError, type TenantId } from '@tenon/kernel';
import { DeviceRequestRepository, type ChildRequest, type DeviceRequestRow } from '../persistence/device-request.repository.js';
import { AddDevice } from './add-device.js';
import { ProvisionDevice } from './provisioning/provision-device.js';
import { tellDevice } from './tell-device.js';
import { tellRequest } from './tell-request.js';

const ORIGIN = { via: 'job', viaId: 'devices.add-asked-devices' } as const;

/**
 * Adds the machines that gateways ask for, and that ask for themselves by a key, in the name of whoever asks; as many at a time as one company
 * has its turn for. What is refused is told. Doing it twice adds nothing twice: a request is settled with the machine's coming.
 */
@Injectable()
export class AddAskedDevices {
  constructor(
    private readonly db: TenantDb,
    private readonly requests: DeviceRequestRepository,
    private readonly add: AddDevice,
    private readonly provision: ProvisionDevice,
  ) {}

  /** @returns whether there may be more. @throws whatever the database throws that is no answer */
  async execute(tenantId: TenantId, limit: number, onFault: (error: unknown) => void): Promise<boolean> {
    const asked = await this.db.read(systemActor(tenantId, ORIGIN), (tx) => this.requests.list(tx, limit));
    for (const request of asked) await this.answer(tenantId, request, onFault);
    return asked.length === limit;
  }

  private async answer(tenantId: TenantId, request: DeviceRequestRow, onFault: (error: unknown) => void): Promise<void> {
    const actor = machineActor({ tenantId, deviceId: request.parentId ?? request.keyId, name: request.askerName }, ORIGIN);
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
    if (request.parentId !== null) return this.addChild(tx, request);
    await this.provision.within(tx, request);
    await this.requests.settle(tx, id);
    await tellRequest(tx, id);
  }

  private async addChild(tx: TenantTx, { id, parentId, askerName, parentMode, name, typeId }: ChildRequest): Promise<void> {
    await this.requests.delete(tx, id);
    // Somebody said meanwhile that it brings no more: the gateway sees it itself when it asks.
    if (parentMode === 'open') await this.add.within(tx, { name, typeId, parentId, knownAs: name }, { gatewayId: parentId, gateway: askerName });
    await tellDevice(tx, 'child-answered', parentId);
  }

  private async refuse(tx: TenantTx, request: DeviceRequestRow, error: AppError): Promise<void> {
    await this.requests.refuse(tx, request.id, error);
    if (request.parentId !== null) return tellDevice(tx, 'child-answered', request.parentId);
    await this.provision.noteRefusal(tx, request, error);
    await tellRequest(tx, request.id);
  }
}
