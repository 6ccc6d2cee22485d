import type { TenantTx } from '@tenon/db';
import type { RetirableDevice } from '../../persistence/retirement.repository.js';
import { tellDevice } from '../tell-device.js';

/** Tells that a machine is in use or out of it. As for a revoked token, gateways look again and end what they no longer let in; so does one that speaks for it. */
export async function tellUse(tx: TenantTx, { id, parentId }: RetirableDevice): Promise<void> {
  await tellDevice(tx, 'token-revoked', id);
  if (parentId !== null) await tellDevice(tx, 'children-changed', parentId);
}
