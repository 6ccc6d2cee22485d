import { DEVICE_CHANNEL, type DeviceMessage } from '@tenon/contracts/wire';
import type { SystemTx } from '@tenon/db';
import type { GoingMachine } from '../persistence/taking.repository.js';

/**
 * Tells gateways and screens of both companies, once it commits, that a machine is another's. As for a revoked token, gateways look again who is
 * connected, and find that what let them in is another machine's now.
 */
export async function tellMove(tx: SystemTx, { from, to, formerId, id }: GoingMachine, former: 'token-revoked' | 'children-changed' = 'token-revoked'): Promise<void> {
  await tx.notify(DEVICE_CHANNEL, { kind: former, tenantId: from, deviceId: formerId } satisfies DeviceMessage);
  await tx.notify(DEVICE_CHANNEL, { kind: 'changed', tenantId: to, deviceId: id } satisfies DeviceMessage);
}
