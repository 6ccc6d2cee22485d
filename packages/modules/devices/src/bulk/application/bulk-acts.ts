import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { RemoveDevices } from '../../application/remove-devices.js';
import { RetireDevices } from '../../application/retire/retire-devices.js';
import { PlaceDevices } from '../../places/application/place-devices.js';
import { TagDevices, type Tagged } from '../../tags/application/tag-devices.js';
import { TypeDevices } from '../../types/application/type-devices.js';
import type { BulkActionRow, Found } from '../persistence/bulk-action.repository.js';

/** Which machines something was done to, and which would not have it. */
interface Acted {
  readonly changed: ReadonlySet<string>;
  readonly refused?: ReadonlyMap<string, string>;
}

/** Does one thing to some machines, by what does it to a single one. */
@Injectable()
export class BulkActs {
  constructor(
    private readonly placing: PlaceDevices,
    private readonly tagging: TagDevices,
    private readonly typing: TypeDevices,
    private readonly retiring: RetireDevices,
    private readonly removing: RemoveDevices,
  ) {}

  /**
   * What became of each. Those that are as wanted already stay so: doing it twice changes nothing more.
   * @param there the ids of those that are still there
   */
  async execute(tx: TenantTx, action: Pick<BulkActionRow, 'kind' | 'parameters'>, ids: readonly string[], there: ReadonlySet<string>): Promise<Found[]> {
    const { changed, refused } = await this.act(tx, action, [...there]);
    return ids.map((deviceId) => {
      if (changed.has(deviceId)) return { deviceId, outcome: 'done', code: null };
      const code = there.has(deviceId) ? (refused?.get(deviceId) ?? null) : 'DEVICE.NOT_FOUND';
      return { deviceId, outcome: code === null ? 'unchanged' : 'refused', code };
    });
  }

  private async act(tx: TenantTx, { kind, parameters: { id = null, name } }: Pick<BulkActionRow, 'kind' | 'parameters'>, ids: readonly string[]): Promise<Acted> {
    switch (kind) {
      case 'place':
        return { changed: await this.placing.within(tx, ids, id) };
      case 'type':
        return { changed: await this.typing.within(tx, ids, id) };
      case 'retire':
        return { changed: await this.retiring.within(tx, ids) };
      case 'delete':
        return { changed: await this.removing.within(tx, ids) };
      default:
        return tagged(await this.tag(tx, { kind, id, name: name ?? '' }, ids));
    }
  }

  private async tag(tx: TenantTx, { kind, id, name }: { readonly kind: 'tag' | 'untag'; readonly id: string | null; readonly name: string }, ids: readonly string[]): Promise<Tagged> {
    if (kind === 'untag') return this.tagging.within(tx, ids, (has) => has.filter((tag) => tag.id !== id));
    // Found again by its name: it may have been merged or deleted meanwhile, and was wanted all the same.
    const [wanted] = await this.tagging.named(tx, [name]);
    return this.tagging.within(tx, ids, (has) => (wanted && !has.some((tag) => tag.id === wanted.id) ? [...has, wanted] : has));
  }
}

const tagged = ({ changed, full }: Tagged): Acted => ({ changed, refused: new Map([...full].map((id) => [id, 'TAG.TOO_MANY_ON_MACHINE'])) });
