import { SECOND_MS } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type { DeviceRef } from './device-ref.js';
import type { PresenceRepository } from './presence.repository.js';

const CHANGE_DELAY_MS = 50;
const SEEN_INTERVAL_MS = 3 * SECOND_MS;
const MAX_AT_ONCE = 2_000;

interface Presence {
  readonly device: DeviceRef;
  connections: number;
  seenAtMs: number | null;
}

/**
 * Keeps `device_presence`: who is connected, and when it was last heard. A change of connection is written and announced
 * within a moment, being heard every few seconds, each for many machines in one statement.
 */
export class PresenceRecorder {
  private readonly known = new Map<string, Presence>();
  private changed = new Map<string, Presence>();
  private timer: NodeJS.Timeout | undefined;
  private timerAtMs = Infinity;
  private writing: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly repository: PresenceRepository,
    private readonly log: Log,
  ) {}

  /** To be connected is not yet to say anything. */
  connected(device: DeviceRef): void {
    const presence = this.of(device);
    presence.connections += 1;
    this.mark(presence, CHANGE_DELAY_MS);
  }

  disconnected(device: DeviceRef): void {
    const presence = this.of(device);
    presence.connections -= 1;
    this.mark(presence, CHANGE_DELAY_MS);
  }

  /** Something came from the machine. Cheap: called for each message. */
  seen(device: DeviceRef, atMs: number): void {
    const presence = this.of(device);
    presence.seenAtMs = atMs;
    if (!this.changed.has(device.deviceId)) this.mark(presence, SEEN_INTERVAL_MS);
  }

  /** Writes what is left; connections still open count as closed. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    for (const presence of this.known.values()) {
      if (presence.connections === 0) continue;
      presence.connections = 0;
      this.changed.set(presence.device.deviceId, presence);
    }
    await this.writing;
    await this.write();
  }

  private of(device: DeviceRef): Presence {
    const known = this.known.get(device.deviceId);
    if (known) return known;
    const presence: Presence = { device, connections: 0, seenAtMs: null };
    this.known.set(device.deviceId, presence);
    return presence;
  }

  private mark(presence: Presence, delayMs: number): void {
    this.changed.set(presence.device.deviceId, presence);
    const atMs = Date.now() + delayMs;
    if (this.isClosed || atMs >= this.timerAtMs) return;
    clearTimeout(this.timer);
    this.timerAtMs = atMs;
    this.timer = setTimeout(() => this.flush(), delayMs);
  }

  private flush(): void {
    this.timerAtMs = Infinity;
    this.writing = this.writing.then(() => this.write());
  }

  private async write(): Promise<void> {
    const batch = [...this.changed.values()];
    this.changed = new Map();
    for (let i = 0; i < batch.length; i += MAX_AT_ONCE) await this.writeSome(batch.slice(i, i + MAX_AT_ONCE));
  }

  private async writeSome(batch: readonly Presence[]): Promise<void> {
    try {
      await this.repository.put(batch.map(({ device, connections, seenAtMs }) => ({ ...device, isConnected: connections > 0, seenAtMs })));
      for (const presence of batch) this.letGo(presence);
    } catch (error) {
      this.log.warn('devices.presence-not-recorded', { error, machines: batch.length });
      for (const presence of batch) this.mark(presence, SECOND_MS);
    }
  }

  /** A machine that only posts now and then needs no place in memory between. */
  private letGo({ device, connections }: Presence): void {
    if (connections === 0 && !this.changed.has(device.deviceId)) this.known.delete(device.deviceId);
  }
}
