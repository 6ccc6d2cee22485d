import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { readTagNames, TAG_LIMITS } from '@tenon/domain/tags';
import type { TenantActor } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { DeviceRepository } from '../../persistence/device.repository.js';
import type { DeviceRow } from '../../persistence/device-row.js';
import { TagDevices } from './tag-devices.js';

/** Says which tags one machine has; those that are not there yet are made. Repeating it changes nothing more. */
@Injectable()
export class TagDevice {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly tagging: TagDevices,
  ) {}

  /** @throws AppError as readTagNames; DEVICE.NOT_FOUND; (limited) TAG.TOO_MANY of the company's */
  execute(actor: TenantActor, { id, tags }: { readonly id: string; readonly tags: readonly string[] }): Promise<DeviceRow> {
    if (tags.length > TAG_LIMITS.ofCompany) throw invalid('TAG.TOO_MANY_ON_MACHINE', `A machine has at most ${TAG_LIMITS.ofMachine} tags.`, { limit: TAG_LIMITS.ofMachine });
    const names = readTagNames(tags);
    return this.db.transaction(actor, async (tx) => {
      await this.devices.get(tx, id);
      const wanted = await this.tagging.named(tx, names);
      await this.tagging.within(tx, [id], () => wanted);
      return this.devices.get(tx, id);
    });
  }
}
