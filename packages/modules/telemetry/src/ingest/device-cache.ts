import { DeviceMetrics } from './device-metrics.js';
import type { IngestDevice } from './layout.js';

/** How many are looked at for one that can go: a look costs little, and each newcomer takes several. */
const LOOKS = 32;

/**
 * The devices whose metrics are in memory. When there are too many, one goes that was not heard of since it was last
 * looked at (second chance, which is nearly least recent and costs a message nothing). One with messages on their way
 * stays: it would be read again beside itself.
 */
export class DeviceCache {
  private readonly devices = new Map<string, DeviceMetrics>();

  constructor(
    private readonly maxCount: number,
    private readonly lanes: number,
  ) {}

  of(device: IngestDevice): DeviceMetrics {
    const known = this.devices.get(device.deviceId);
    if (known) {
      known.isRecent = true;
      return known;
    }
    if (this.devices.size >= this.maxCount) this.makeRoom();
    // By the id, so that a device comes back to the lane it may still have messages in.
    const metrics = new DeviceMetrics(device, Number.parseInt(device.deviceId.slice(-6), 16) % this.lanes);
    this.devices.set(device.deviceId, metrics);
    return metrics;
  }

  delete(deviceId: string): void {
    this.devices.delete(deviceId);
  }

  /** Where every device looked at is at work, there are a few too many for a while. */
  private makeRoom(): void {
    let looks = 0;
    for (const [deviceId, metrics] of this.devices) {
      if (this.devices.size < this.maxCount || looks === LOOKS) return;
      looks += 1;
      this.devices.delete(deviceId);
      if (!metrics.isRecent && metrics.pending === 0) continue;
      metrics.isRecent = false;
      this.devices.set(deviceId, metrics);
    }
  }
}
