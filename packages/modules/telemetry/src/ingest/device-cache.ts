import { DeviceMetrics } from './device-metrics.js';
import type { IngestDevice } from './layout.js';

/** The devices whose metrics are in memory; the one that came first goes first when there are too many. */
export class DeviceCache {
  private readonly devices = new Map<string, DeviceMetrics>();

  constructor(
    private readonly maxCount: number,
    private readonly lanes: number,
  ) {}

  of(device: IngestDevice): DeviceMetrics {
    const known = this.devices.get(device.deviceId);
    if (known) return known;
    const oldest = this.devices.size >= this.maxCount ? this.devices.keys().next().value : undefined;
    if (oldest !== undefined) this.devices.delete(oldest);
    // By the id, so that a device comes back to the lane it may still have messages in.
    const metrics = new DeviceMetrics(device, Number.parseInt(device.deviceId.slice(-6), 16) % this.lanes);
    this.devices.set(device.deviceId, metrics);
    return metrics;
  }

  delete(deviceId: string): void {
    this.devices.delete(deviceId);
  }
}
