import type { TenantTx } from '@tenon/db';
import type { MachineReport } from '@tenon/domain/campaigns';

/** What campaigns need of telemetry, a higher tier: what machines said last of how their updates go, as readings. The app wires it. */
export abstract class MachineReports {
  /** The newest value of each of these metrics, with when it came here, by machine; what one never sent is left out. */
  abstract latest(tx: TenantTx, deviceIds: readonly string[], keys: readonly string[]): Promise<ReadonlyMap<string, MachineReport>>;
}
