import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { DeviceTypeRepository, type DeviceTypeRow } from '../persistence/device-type.repository.js';
import { AssignDeviceType } from './assign-device-type.js';
import { NewType } from './new-type.js';
import { TypeOrigin, type OriginInput } from './type-origin.js';
import { readTypeName, readTypeText } from './type-texts.js';

/** What a new type is called and made from. */
export interface CreateDeviceTypeInput extends OriginInput {
  /** Without it, what its origin is called. */
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/**
 * Makes a device type: empty, from the library, drawn from what a machine has sent, or out of a document. One from the library is in force at once;
 * the others begin as a draft. A machine without a type gets the one that is drawn from it. Doing it twice makes two, or fails with DEVICE_TYPE.NAME_TAKEN.
 */
@Injectable()
export class CreateDeviceType {
  constructor(
    private readonly db: TenantDb,
    private readonly types: DeviceTypeRepository,
    private readonly origin: TypeOrigin,
    private readonly made: NewType,
    private readonly assignment: AssignDeviceType,
  ) {}

  /** @throws AppError as TypeOrigin.find, NewType.write, readTypeName and readTypeText */
  execute(actor: TenantActor, input: CreateDeviceTypeInput): Promise<DeviceTypeRow> {
    return this.db.transaction(actor, async (tx) => {
      const origin = await this.origin.find(tx, input);
      const name = readTypeName(input.name ?? origin.name);
      const description = readTypeText(input.description ?? origin.description);
      const id = await this.made.write(tx, { ...origin, name, description });
      await tx.audit('device-type.created', { deviceTypeId: id, name, ...(origin.libraryKey && { libraryKey: origin.libraryKey }), ...(origin.deviceId && { deviceId: origin.deviceId }) });
      if (origin.deviceId) await this.assignment.whereNone(tx, origin.deviceId, { id, name });
      return this.types.get(tx, id);
    });
  }
}
