import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { TypeModel } from '@tenon/domain/device-types';
import { conflict } from '@tenon/kernel';
import { DeviceTypeVersionRepository, type VersionRow } from '../persistence/device-type-version.repository.js';

/** A type's draft, for whoever has the type locked: there is one at most, and a change says which state of it was looked at. */
@Injectable()
export class TypeDraft {
  constructor(private readonly versions: DeviceTypeVersionRepository) {}

  async find(tx: TenantTx, typeId: string): Promise<VersionRow | null> {
    return (await this.versions.drafts(tx, [typeId]))[0] ?? null;
  }

  /** @throws AppError (conflict) DEVICE_TYPE.NO_DRAFT; DEVICE_TYPE.DRAFT_MOVED where it is of another revision */
  async get(tx: TenantTx, typeId: string, revision: number): Promise<VersionRow> {
    const draft = await this.find(tx, typeId);
    if (!draft) throw conflict('DEVICE_TYPE.NO_DRAFT', 'There is no draft.');
    if (draft.revision !== revision) throw moved(draft);
    return draft;
  }

  /** Where the next change begins: the draft's model, or the one in force. */
  async begin(tx: TenantTx, typeId: string): Promise<{ readonly draft: VersionRow | null; readonly model: TypeModel; readonly latest: number }> {
    const draft = await this.find(tx, typeId);
    const [published] = await this.versions.published(tx, [typeId]);
    const model = draft?.model ?? published?.model;
    if (!model) throw conflict('DEVICE_TYPE.NO_DRAFT', 'There is no draft.');
    return { draft, model, latest: published?.version ?? 0 };
  }

  /** Keeps a model as the draft, over the one there is. */
  async keep(tx: TenantTx, typeId: string, model: TypeModel, { draft, latest }: { readonly draft: VersionRow | null; readonly latest: number }): Promise<void> {
    await (draft ? this.versions.saveDraft(tx, typeId, model) : this.versions.insertDraft(tx, typeId, latest + 1, model));
  }
}

/** Somebody else was quicker. */
export function moved(draft: VersionRow | null): Error {
  return conflict('DEVICE_TYPE.DRAFT_MOVED', 'The draft was changed meanwhile.', { revision: draft?.revision ?? null });
}
