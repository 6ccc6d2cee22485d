import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { TAG_LIMITS, tagKey } from '@tenon/domain/tags';
import { limited } from '@tenon/kernel';
import { tellDevice } from '../../application/tell-device.js';
import { TagRepository } from '../persistence/tag.repository.js';
import { TaggedDeviceRepository, type TaggedDevice } from '../persistence/tagged-device.repository.js';

type Tag = TaggedDevice['tags'][number];

/** What tags a machine is to have, of those that it has and those that there are. */
export type Wanted = (has: readonly Tag[]) => readonly Tag[];

/** What came of it, machine by machine. */
export interface Tagged {
  readonly changed: ReadonlySet<string>;
  /** Those that would have more than 20. */
  readonly full: ReadonlySet<string>;
}

/** Gives machines tags and takes them away, within a transaction of the caller's. */
@Injectable()
export class TagDevices {
  constructor(
    private readonly tags: TagRepository,
    private readonly machines: TaggedDeviceRepository,
  ) {}

  /** Tags by their names; those that are not there yet are made. @throws AppError (limited) TAG.TOO_MANY */
  async named(tx: TenantTx, names: readonly string[]): Promise<Tag[]> {
    if (names.length === 0) return [];
    await this.tags.hold(tx);
    const there = new Set((await this.tags.findByNames(tx, names)).map(({ name }) => tagKey(name)));
    const missing = names.filter((name) => !there.has(tagKey(name)));
    if (missing.length > 0 && (await this.tags.count(tx)) + missing.length > TAG_LIMITS.ofCompany) throw limited('TAG.TOO_MANY', `A company has at most ${TAG_LIMITS.ofCompany} tags.`, { limit: TAG_LIMITS.ofCompany });
    await this.tags.insert(tx, missing);
    return this.tags.findByNames(tx, names);
  }

  /** Machines that would have too many stay as they are. */
  async within(tx: TenantTx, deviceIds: readonly string[], wanted: Wanted): Promise<Tagged> {
    const machines = (await this.machines.lock(tx, deviceIds)).map((machine) => ({ ...machine, after: wanted(machine.tags) }));
    const full = new Set(machines.filter(({ tags, after }) => after.length > TAG_LIMITS.ofMachine && after.length > tags.length).map(({ id }) => id));
    const moves = machines.filter(({ id }) => !full.has(id)).map((machine) => ({ ...machine, added: without(machine.after, machine.tags), removed: without(machine.tags, machine.after) }));
    await this.machines.add(tx, moves.flatMap(({ id, added }) => added.map((tag) => [id, tag.id] as const)));
    await this.machines.remove(tx, moves.flatMap(({ id, removed }) => removed.map((tag) => [id, tag.id] as const)));
    const changed = moves.filter(({ added, removed }) => added.length + removed.length > 0);
    for (const { id, name, tags, after } of changed) {
      await tx.audit('device.tagged', { deviceId: id, name, before: namesOf(tags), after: namesOf(after) });
      await tellDevice(tx, 'changed', id);
    }
    return { changed: new Set(changed.map(({ id }) => id)), full };
  }
}

const without = (tags: readonly Tag[], others: readonly Tag[]): Tag[] => tags.filter(({ id }) => !others.some((other) => other.id === id));
const namesOf = (tags: readonly Tag[]): string[] => tags.map(({ name }) => name);
