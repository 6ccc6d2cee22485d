import { DEVICE_CHANNEL, type DeviceMessage } from '@tenon/contracts/wire';
import type { TenantTx } from '@tenon/db';

/** Tells gateway, worker and screens of a change to a machine, once it commits. */
export function tellDevice(tx: TenantTx, kind: DeviceMessage['kind'], deviceId: string): Promise<void> {
  return tx.notify(DEVICE_CHANNEL, { kind, tenantId: tx.tenantId, deviceId } satisfies DeviceMessage);
}
