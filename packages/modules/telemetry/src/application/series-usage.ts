import type { TenantTx } from '@tenon/db';

/**
 * Whether apps read a series. A port: what apps are and how they name what they read is not known to this module, so
 * the application wires it.
 */
export abstract class SeriesUsage {
  /** Whether the settings of a running subscription name this series. */
  abstract isInUse(tx: TenantTx, seriesId: number): Promise<boolean>;
}
