import type { FullDays } from '@tenon/billing/ingest';
import type { DeviceMessage } from '@tenon/contracts/wire';
import type { ChildDevices, DeviceDirectory } from '@tenon/devices/ingest';
import type { TelemetryIngest } from '@tenon/telemetry/ingest';
import type { PackageDesk } from './ota/package-desk.js';
import type { CommandPost } from './downlink/command-post.js';
import type { StatePost } from './downlink/state-post.js';
import type { Waiting } from './http/waiting.js';
import type { RequestPost } from './provisioning/request-post.js';
import type { Client } from './mqtt/client.js';
import type { Clients } from './mqtt/clients.js';

export interface ChangeParts {
  readonly directory: DeviceDirectory;
  readonly children: ChildDevices;
  readonly telemetry: TelemetryIngest;
  readonly fullDays: FullDays;
  readonly commands: CommandPost;
  readonly states: StatePost;
  readonly packages: PackageDesk;
  readonly waiting: Waiting;
  readonly requests: RequestPost;
  readonly clients: Clients;
  /** Looks the tokens and certificates of these clients up again, and ends the connections of those they no longer let in. */
  readonly revalidate: (clients: readonly Client[]) => void;
}

type Heed = (message: DeviceMessage & { readonly deviceId: string }, parts: ChangeParts) => void;

const companyChanged: Heed = ({ tenantId }, { directory, clients, waiting, revalidate }) => {
  directory.forgetTenant(tenantId);
  waiting.end((device) => device.tenantId === tenantId);
  revalidate(clients.ofTenant(tenantId));
};

const HEED: Readonly<Record<DeviceMessage['kind'], Heed>> = {
  presence: () => undefined,
  'command-changed': () => undefined,
  changed: (_message, { directory }) => directory.forgetUnknown(),
  'token-revoked': ({ deviceId }, { directory, clients, waiting, revalidate }) => {
    directory.forgetDevice(deviceId);
    waiting.end((device) => device.deviceId === deviceId);
    revalidate(clients.ofDevice(deviceId));
  },
  deleted: ({ tenantId, deviceId }, { directory, children, telemetry, clients, waiting, revalidate }) => {
    directory.forgetDevice(deviceId);
    children.forgetDevice(tenantId);
    for (const client of clients.ofTenant(tenantId)) client.forgetChildren();
    waiting.end((device) => device.deviceId === deviceId);
    telemetry.forget(deviceId);
    revalidate(clients.ofDevice(deviceId));
  },
  'full-days': (_message, { fullDays }) => void fullDays.refresh(),
  'certificates-changed': companyChanged,
  'tenant-suspended': companyChanged,
  'tenant-resumed': companyChanged,
  command: ({ deviceId }, { commands }) => commands.heard(deviceId),
  desired: ({ deviceId }, { states, packages }) => {
    packages.forget(deviceId);
    states.heard(deviceId);
  },
  'children-changed': ({ deviceId }, { children, clients }) => {
    children.forget(deviceId);
    for (const client of clients.ofDevice(deviceId)) client.forgetChildren();
  },
  'request-answered': ({ requestId = '' }, { requests }) => requests.heard(requestId),
  'child-answered': ({ deviceId }, { children }) => children.heard(deviceId),
};

/** Makes an announced change felt: caches forget, whoever may no longer be here is sent away, and what is to go to a machine is brought. */
export function heedChange(message: DeviceMessage, parts: ChangeParts): void {
  HEED[message.kind]({ deviceId: '', ...message }, parts);
}
