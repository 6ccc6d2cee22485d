import type { Client } from './client.js';

/** The clients that are connected now, by session and by machine. */
export class Clients {
  private readonly byKey = new Map<string, Client>();
  private readonly byDevice = new Map<string, Set<Client>>();

  get size(): number {
    return this.byKey.size;
  }

  /** Puts a client in its session's place. @returns whoever was there */
  add(client: Client): Client | undefined {
    const previous = this.byKey.get(client.key);
    this.byKey.set(client.key, client);
    const { deviceId } = client.device;
    this.byDevice.set(deviceId, (this.byDevice.get(deviceId) ?? new Set()).add(client));
    return previous;
  }

  /** @returns whether it was still the client of its session, not one taken over */
  remove(client: Client): boolean {
    const ofDevice = this.byDevice.get(client.device.deviceId);
    ofDevice?.delete(client);
    if (ofDevice?.size === 0) this.byDevice.delete(client.device.deviceId);
    return this.byKey.get(client.key) === client && this.byKey.delete(client.key);
  }

  find(key: string): Client | undefined {
    return this.byKey.get(key);
  }

  all(): Client[] {
    return [...this.byKey.values()];
  }

  ofDevice(deviceId: string): Client[] {
    return [...(this.byDevice.get(deviceId) ?? [])];
  }

  ofTenant(tenantId: string): Client[] {
    return this.all().filter(({ device }) => device.tenantId === tenantId);
  }
}
