import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { LatestValueRepository } from '../persistence/latest-value.repository.js';

/** A value, and when it came here. */
interface Said {
  readonly value: unknown;
  readonly atMs: number;
}

const US_PER_MS = 1_000;

/** What campaigns ask of telemetry; the application hands it to the module of machines. When a value came here is told, not when the machine says that it was: its clock may be wrong. */
@Injectable()
export class TelemetryMachineReports {
  // Made here: the module of machines, in which this is wired, has no repository of ours to hand in.
  private readonly values = new LatestValueRepository();

  /** The newest value of each of these metrics, by machine. */
  async latest(tx: TenantTx, deviceIds: readonly string[], keys: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, Said>>> {
    const byDevice = new Map<string, Map<string, Said>>();
    for (const { deviceId, key, value, arrival } of await this.values.ofMetrics(tx, deviceIds, keys)) {
      const said = byDevice.get(deviceId) ?? new Map<string, Said>();
      // Numbered by the microsecond in which it was taken.
      byDevice.set(deviceId, said.set(key, { value, atMs: Number(BigInt(arrival) / BigInt(US_PER_MS)) }));
    }
    return byDevice;
  }
}
