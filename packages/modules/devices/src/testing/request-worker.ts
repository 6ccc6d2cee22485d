import { RoomInPlan } from '@tenon/billing';
import { openDatabase, type Database } from '@tenon/db';
import type { Log } from '@tenon/runtime';
import { AddAskedDevices } from '../application/add-asked-devices.js';
import { AddDevice } from '../application/add-device.js';
import { ProvisionDevice } from '../application/provisioning/provision-device.js';
import { DeviceRequestListener } from '../jobs/device-request.listener.js';
import { DeviceRequestSweeper } from '../jobs/device-request.sweeper.js';
import { DevicesWorkerOptions } from '../jobs/worker-options.js';
import { ProvisionedDeviceRepository } from '../persistence/provisioned-device.repository.js';
import { ProvisioningKeyRepository } from '../persistence/provisioning-key.repository.js';
import { DeviceRequestRepository } from '../persistence/device-request.repository.js';
import { DeviceTokenRepository } from '../persistence/device-token.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';

/** What adds machines that gateways ask for, as the worker wires it. */
export function addAskedDevices(db: Database): { readonly requests: DeviceRequestRepository; readonly addAsked: AddAskedDevices } {
  const requests = new DeviceRequestRepository();
  const add = new AddDevice(new DeviceRepository(), new RoomInPlan());
  return { requests, addAsked: new AddAskedDevices(db.tenant, requests, add, new ProvisionDevice(new ProvisioningKeyRepository(), new ProvisionedDeviceRepository(), new DeviceTokenRepository(), add)) };
}

/** A worker that hears what gateways ask for and adds it. @returns how to end it */
export async function startRequestWorker(databaseUrl: string, log: Log, db = openDatabase({ databaseUrl, log })): Promise<() => Promise<void>> {
  const { requests, addAsked } = addAskedDevices(db);
  const sweeper = new DeviceRequestSweeper(db.system, requests, addAsked, log);
  const listener = new DeviceRequestListener(new DevicesWorkerOptions({ databaseUrl }), sweeper, log);
  await listener.onApplicationBootstrap();
  return async () => {
    await listener.beforeApplicationShutdown();
    await sweeper.beforeApplicationShutdown();
    await db.close();
  };
}
