import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { DescribedModel } from '@tenon/domain/device-types';
import { limited } from '@tenon/kernel';
import { DeviceTypeVersionRepository } from '../persistence/device-type-version.repository.js';
import { DeviceTypeRepository } from '../persistence/device-type.repository.js';

/** Of one company. */
const MOST_TYPES = 500;

/** Puts a new type down with its first version, which is a draft or in force at once. */
@Injectable()
export class NewType {
  constructor(
    private readonly types: DeviceTypeRepository,
    private readonly versions: DeviceTypeVersionRepository,
  ) {}

  /** @throws AppError (limited) DEVICE_TYPE.TOO_MANY; (conflict) DEVICE_TYPE.NAME_TAKEN */
  async write(tx: TenantTx, { name, description, model, libraryKey, isPublished }: DescribedModel & { readonly libraryKey: string | null; readonly isPublished: boolean }): Promise<string> {
    if ((await this.types.count(tx)) >= MOST_TYPES) throw limited('DEVICE_TYPE.TOO_MANY', `A company has at most ${MOST_TYPES} device types.`, { limit: MOST_TYPES });
    const id = await this.types.insert(tx, { name, description, libraryKey });
    await this.versions.insertDraft(tx, id, 1, model);
    if (isPublished) await this.versions.publishDraft(tx, id, '');
    return id;
  }
}
