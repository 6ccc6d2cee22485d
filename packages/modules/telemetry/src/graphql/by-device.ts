import type { TenantActor } from '@tenon/domain/identity';
import { Together } from '@tenon/nest';
import { grouped } from '../grouped.js';

/** What belongs to machines, read once for all the machines that one actor asks of at one time. */
export class ByDevice<Item extends { readonly deviceId: string }> {
  private readonly together: Together<Item[]>;

  constructor(readAll: (actor: TenantActor, deviceIds: readonly string[]) => Promise<Item[]>) {
    this.together = new Together(async (actor, deviceIds) => grouped(await readAll(actor, deviceIds), (item) => item.deviceId));
  }

  async of(actor: TenantActor, deviceId: string): Promise<Item[]> {
    return (await this.together.of(actor, deviceId)) ?? [];
  }
}
