import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { readTagName } from '@tenon/domain/tags';
import { PlaceRepository } from '../../places/persistence/place.repository.js';
import { TagDevices } from '../../tags/application/tag-devices.js';
import { DeviceTypeRepository } from '../../types/persistence/device-type.repository.js';
import type { BulkKind, BulkParameters } from './bulk-kind.js';

/** What is to be done, and with what. */
export interface WantedTarget {
  readonly kind: BulkKind;
  /** Null: away from where they stand. */
  readonly placeId?: string | null | undefined;
  /** Null: none. */
  readonly typeId?: string | null | undefined;
  /** The word. */
  readonly tag?: string | null | undefined;
}

/** Finds what machines are to be moved to, tagged with or made of, with its name as it is now. */
@Injectable()
export class BulkTarget {
  constructor(
    private readonly places: PlaceRepository,
    private readonly types: DeviceTypeRepository,
    private readonly tags: TagDevices,
  ) {}

  /** A tag that is not there yet is made. @throws AppError PLACE.NOT_FOUND, DEVICE_TYPE.NOT_FOUND, as readTagName, TAG.TOO_MANY */
  async find(tx: TenantTx, { kind, placeId = null, typeId = null, tag }: WantedTarget): Promise<BulkParameters> {
    if (kind === 'retire' || kind === 'delete') return {};
    if (kind === 'place') return { id: placeId, name: placeId && (await this.places.hold(tx, placeId)).name };
    if (kind === 'type') return { id: typeId, name: typeId && (await this.types.get(tx, typeId)).name };
    return this.tag(tx, readTagName(tag ?? ''));
  }

  private async tag(tx: TenantTx, word: string): Promise<BulkParameters> {
    const [found] = await this.tags.named(tx, [word]);
    return found ? { id: found.id, name: found.name } : {};
  }
}
