import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { DeviceTypeRepository, type DeviceTypeRow } from '../persistence/device-type.repository.js';
import { NewType } from './new-type.js';
import { TypeDraft } from './type-draft.js';
import { readTypeName, readTypeText } from './type-texts.js';

/** Renames, duplicates and deletes device types. */
@Injectable()
export class KeepDeviceTypes {
  constructor(
    private readonly db: TenantDb,
    private readonly types: DeviceTypeRepository,
    private readonly draft: TypeDraft,
    private readonly made: NewType,
  ) {}

  /** Says what a type is called; machines keep it. Repeating it changes nothing more. @throws AppError DEVICE_TYPE.NOT_FOUND; DEVICE_TYPE.NAME_TAKEN; as readTypeName and readTypeText */
  describe(actor: TenantActor, { id, ...wanted }: { readonly id: string; readonly name?: string | null | undefined; readonly description?: string | null | undefined }): Promise<DeviceTypeRow> {
    return this.db.transaction(actor, async (tx) => {
      const { name, description } = await this.types.getForUpdate(tx, id);
      const after = { name: readTypeName(wanted.name ?? name), description: readTypeText(wanted.description ?? description) };
      await this.types.describe(tx, id, after);
      await tx.audit('device-type.updated', { deviceTypeId: id, before: { name, description }, after });
      return this.types.get(tx, id);
    });
  }

  /** Begins another type with what this one says, its draft where it has one. Each repetition makes another, or fails with DEVICE_TYPE.NAME_TAKEN. */
  duplicate(actor: TenantActor, { id, name }: { readonly id: string; readonly name: string }): Promise<DeviceTypeRow> {
    return this.db.transaction(actor, async (tx) => {
      const { description } = await this.types.getForUpdate(tx, id);
      const { model } = await this.draft.begin(tx, id);
      const copy = { name: readTypeName(name), description, model, libraryKey: null, isPublished: false };
      const copyId = await this.made.write(tx, copy);
      await tx.audit('device-type.created', { deviceTypeId: copyId, name: copy.name, copyOf: id });
      return this.types.get(tx, copyId);
    });
  }

  /** Deletes a type that no machine has, with its versions. Repeating it fails with DEVICE_TYPE.NOT_FOUND. @throws AppError (conflict) DEVICE_TYPE.IN_USE, with how many machines have it, DEVICE_TYPE.HAS_PACKAGES */
  delete(actor: TenantActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const { name, machineCount } = await this.types.getForUpdate(tx, id);
      if (machineCount > 0) throw conflict('DEVICE_TYPE.IN_USE', 'Machines have this type.', { machines: machineCount });
      const packages = await this.types.packageCount(tx, id);
      if (packages > 0) throw conflict('DEVICE_TYPE.HAS_PACKAGES', 'Packages are for this type.', { packages });
      await this.types.delete(tx, id);
      await tx.audit('device-type.deleted', { deviceTypeId: id, name });
      return id;
    });
  }
}
