import type { TenantTx } from '@tenon/db';
import type { SeenMetric } from '@tenon/domain/device-types';

/** What device types need of telemetry, a higher tier: what a machine has sent, as far as a type can be drawn from it. The app wires it. */
export abstract class SeenMetrics {
  /**
   * A machine's metrics by key, each with its extremes and newest values of the last month.
   * @param keys only these; all of them where absent
   */
  abstract ofDevice(tx: TenantTx, deviceId: string, keys?: readonly string[]): Promise<SeenMetric[]>;
}
