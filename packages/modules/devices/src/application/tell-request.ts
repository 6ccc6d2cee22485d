import { DEVICE_CHANNEL, type DeviceMessage } from '@tenon/contracts/wire';
import type { TenantTx } from '@tenon/db';

/** Tells the gateway process that a machine's request is answered, once it commits. */
export function tellRequest(tx: TenantTx, requestId: string): Promise<void> {
  return tx.notify(DEVICE_CHANNEL, { kind: 'request-answered', tenantId: tx.tenantId, requestId } satisfies DeviceMessage);
}
