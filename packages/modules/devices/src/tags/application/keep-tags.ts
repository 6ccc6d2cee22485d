import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { readTagName } from '@tenon/domain/tags';
import type { TenantActor } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { TagRepository, type TagRow } from '../persistence/tag.repository.js';
import { TaggedDeviceRepository } from '../persistence/tagged-device.repository.js';

/** Reads, renames, merges and deletes the company's tags. */
@Injectable()
export class KeepTags {
  constructor(
    private readonly db: TenantDb,
    private readonly tags: TagRepository,
    private readonly machines: TaggedDeviceRepository,
  ) {}

  /** Every tag, by name. */
  all(actor: TenantActor): Promise<TagRow[]> {
    return this.db.read(actor, (tx) => this.tags.all(tx));
  }

  /** The tags of machines, by machine. */
  async of(actor: TenantActor, deviceIds: readonly string[]): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>> {
    const machines = await this.db.read(actor, (tx) => this.machines.list(tx, deviceIds));
    return new Map(machines.map(({ id, tags }) => [id, tags]));
  }

  /** Gives a tag another name on every machine. Repeating it changes nothing more. @throws AppError as readTagName; TAG.NOT_FOUND; (conflict) TAG.NAME_TAKEN */
  rename(actor: TenantActor, { id, name }: { readonly id: string; readonly name: string }): Promise<TagRow> {
    return this.db.transaction(actor, async (tx) => {
      await this.tags.hold(tx);
      const before = await this.tags.get(tx, id);
      const after = readTagName(name);
      await this.tags.rename(tx, id, after);
      await tx.audit('tag.renamed', { tagId: id, before: before.name, after });
      return { ...before, name: after };
    });
  }

  /** Makes one tag of two: whoever has `id` has `into` instead, and `id` is gone. Repeating it fails with TAG.NOT_FOUND. @throws AppError (invalid) TAG.INTO_ITSELF */
  merge(actor: TenantActor, { id, into }: { readonly id: string; readonly into: string }): Promise<TagRow> {
    if (id === into) throw invalid('TAG.INTO_ITSELF', 'A tag is not merged into itself.');
    return this.db.transaction(actor, async (tx) => {
      await this.tags.hold(tx);
      const [from, kept] = [await this.tags.get(tx, id), await this.tags.get(tx, into)];
      await this.machines.replace(tx, id, into);
      await this.tags.delete(tx, id);
      await tx.audit('tag.merged', { tagId: into, before: from.name, after: kept.name, machines: from.machineCount });
      return this.tags.get(tx, into);
    });
  }

  /** Takes a tag from every machine and forgets it. Repeating it fails with TAG.NOT_FOUND. */
  delete(actor: TenantActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      await this.tags.hold(tx);
      const { name, machineCount } = await this.tags.get(tx, id);
      await this.tags.delete(tx, id);
      await tx.audit('tag.deleted', { tagId: id, name, machines: machineCount });
      return id;
    });
  }
}
