import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { compareModels, type TypeModel } from '@tenon/domain/device-types';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { DeviceTypeVersionRepository, type VersionRow } from '../persistence/device-type-version.repository.js';
import { DeviceTypeRepository, type DeviceTypeRow } from '../persistence/device-type.repository.js';
import { moved, TypeDraft } from './type-draft.js';
import { demandModel, readTypeText } from './type-texts.js';

/** Which state of the draft was looked at; null where there was none. */
type Seen = { readonly id: string; readonly revision?: number | null | undefined };

/** Changes a type's draft, throws it away, or puts it in force. Machines follow what is published, never the draft. */
@Injectable()
export class EditTypeDraft {
  constructor(
    private readonly db: TenantDb,
    private readonly types: DeviceTypeRepository,
    private readonly versions: DeviceTypeVersionRepository,
    private readonly draft: TypeDraft,
  ) {}

  /** Keeps a model as the draft, which begins with it. Repeating it fails with DEVICE_TYPE.DRAFT_MOVED, as the first made a new revision. @throws AppError DEVICE_TYPE.NOT_FOUND; (invalid) DEVICE_TYPE.FAULTY */
  save(actor: TenantActor, { id, revision, model: given }: Seen & { readonly model: unknown }): Promise<DeviceTypeRow> {
    const model = demandModel(given);
    return this.change(actor, id, async (tx, { name }) => {
      const begun = await this.draft.begin(tx, id);
      if ((begun.draft?.revision ?? null) !== (revision ?? null)) throw moved(begun.draft);
      await this.draft.keep(tx, id, model, begun);
      await tx.audit('device-type.draft-saved', { deviceTypeId: id, name, changes: told(begun.model, model) });
    });
  }

  /** Throws the draft away; what is published stays. @throws AppError as TypeDraft.get; (conflict) DEVICE_TYPE.ONLY_DRAFT where nothing was published yet */
  discard(actor: TenantActor, { id, revision }: Seen): Promise<DeviceTypeRow> {
    return this.change(actor, id, async (tx, { name, latestVersion }) => {
      const { version } = await this.draft.get(tx, id, revision ?? 0);
      if (latestVersion === null) throw conflict('DEVICE_TYPE.ONLY_DRAFT', 'Nothing but the draft is there: delete the type instead.');
      await this.versions.deleteDraft(tx, id);
      await tx.audit('device-type.draft-discarded', { deviceTypeId: id, name, version });
    });
  }

  /** Puts the draft in force for every machine of the type, as its next version. @throws AppError as TypeDraft.get; (conflict) DEVICE_TYPE.NOTHING_CHANGED; DEVICE_TYPE.TEXT_TOO_LONG */
  publish(actor: TenantActor, { id, revision, note }: Seen & { readonly note?: string | null | undefined }): Promise<DeviceTypeRow> {
    return this.change(actor, id, async (tx, { name }) => {
      const draft = await this.draft.get(tx, id, revision ?? 0);
      if (isAsBefore(draft)) throw conflict('DEVICE_TYPE.NOTHING_CHANGED', 'The draft says what is in force already.');
      await this.versions.publishDraft(tx, id, readTypeText(note));
      await tx.audit('device-type.published', { deviceTypeId: id, name, version: draft.version, changes: draft.former ? told(draft.former, draft.model) : [] });
    });
  }

  private change(actor: TenantActor, id: string, write: (tx: TenantTx, type: DeviceTypeRow) => Promise<void>): Promise<DeviceTypeRow> {
    return this.db.transaction(actor, async (tx) => {
      await write(tx, await this.types.getForUpdate(tx, id));
      return this.types.get(tx, id);
    });
  }
}

function isAsBefore({ model, former }: VersionRow): boolean {
  return former !== null && JSON.stringify(former) === JSON.stringify(model);
}

/** A trail's line is no place for whole models. */
const MOST_TOLD = 50;

function told(before: TypeModel, after: TypeModel): string[] {
  return compareModels(before, after).slice(0, MOST_TOLD).map(({ part, key, what }) => `${part} ${key} ${what}`);
}
