import type { FullDays } from '@tenon/billing/ingest';
import type { DeviceMessage } from '@tenon/contracts/wire';
import type { DeviceDirectory } from '@tenon/devices/ingest';
import type { TelemetryIngest } from '@tenon/telemetry/ingest';
import type { Client } from './mqtt/client.js';
import type { Clients } from './mqtt/clients.js';

export interface ChangeParts {
  readonly directory: DeviceDirectory;
  readonly telemetry: TelemetryIngest;
  readonly fullDays: FullDays;
  readonly clients: Clients;
  /** Looks the tokens of these clients up again, and ends the connections of those they no longer let in. */
  readonly revalidate: (clients: readonly Client[]) => void;
}

/** Makes an announced change felt: caches forget, and whoever may no longer be here is sent away. */
export function heedChange({ kind, tenantId, deviceId = '' }: DeviceMessage, { directory, telemetry, fullDays, clients, revalidate }: ChangeParts): void {
  switch (kind) {
    case 'presence':
      return;
    case 'changed':
      return directory.forgetUnknown();
    case 'token-revoked':
      directory.forgetDevice(deviceId);
      return revalidate(clients.ofDevice(deviceId));
    case 'deleted':
      directory.forgetDevice(deviceId);
      telemetry.forget(deviceId);
      return revalidate(clients.ofDevice(deviceId));
    case 'full-days':
      return void fullDays.refresh();
    case 'tenant-suspended':
    case 'tenant-resumed':
      directory.forgetTenant(tenantId);
      return revalidate(clients.ofTenant(tenantId));
  }
}
