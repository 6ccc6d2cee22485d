import type { TenantActor } from '@tenon/domain/identity';
import { grouped } from '../grouped.js';

interface Batch<Item> {
  readonly deviceIds: Set<string>;
  readonly items: Promise<Map<string, Item[]>>;
}

/**
 * Gathers what is asked of many machines at one time into one read, so that a page of machines with their metrics costs
 * two queries, not one a machine. Only what one actor asks goes together.
 */
export class ByDevice<Item extends { readonly deviceId: string }> {
  private readonly open = new WeakMap<TenantActor, Batch<Item>>();

  constructor(private readonly readAll: (actor: TenantActor, deviceIds: readonly string[]) => Promise<Item[]>) {}

  async of(actor: TenantActor, deviceId: string): Promise<Item[]> {
    const batch = this.open.get(actor) ?? this.begin(actor);
    batch.deviceIds.add(deviceId);
    return (await batch.items).get(deviceId) ?? [];
  }

  private begin(actor: TenantActor): Batch<Item> {
    const deviceIds = new Set<string>();
    // All fields of a list are resolved before the loop turns.
    const turned = new Promise<void>((resolve) => setImmediate(resolve));
    const items = turned.then(async () => {
      this.open.delete(actor);
      return grouped(await this.readAll(actor, [...deviceIds]), (item) => item.deviceId);
    });
    const batch = { deviceIds, items };
    this.open.set(actor, batch);
    return batch;
  }
}
