import type { TenantTx } from '@tenon/db';

/** What devices needs of telemetry, a higher tier: that a machine's points go when it goes. The app wires it. */
export abstract class DevicePoints {
  /** Notes what the machine has stored and promises its erasure in the same transaction; called before the machine's row is deleted. */
  abstract eraseWith(tx: TenantTx, deviceId: string): Promise<void>;
}
