import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { writeDocument } from '@tenon/domain/device-types';
import type { TenantActor } from '@tenon/domain/identity';
import { notFound } from '@tenon/kernel';
import { pageRequest, searchText, toPage, type Page } from '@tenon/nest';
import type { DeviceRow } from '../../persistence/device-row.js';
import { DeviceTypeVersionRepository, type VersionRow } from '../persistence/device-type-version.repository.js';
import { DeviceTypeRepository, type DeviceTypeRow } from '../persistence/device-type.repository.js';
import { TypedDeviceRepository } from '../persistence/typed-device.repository.js';

type PageArguments = { readonly first?: number | null | undefined; readonly after?: string | null | undefined };

/** Reads the company's device types, their versions, and which machines have them. */
@Injectable()
export class ReadDeviceTypes {
  constructor(
    private readonly db: TenantDb,
    private readonly types: DeviceTypeRepository,
    private readonly versions: DeviceTypeVersionRepository,
    private readonly machines: TypedDeviceRepository,
  ) {}

  /** @throws AppError (not-found) DEVICE_TYPE.NOT_FOUND */
  one(actor: TenantActor, id: string): Promise<DeviceTypeRow> {
    return this.db.read(actor, (tx) => this.types.get(tx, id));
  }

  /** By name, a page at a time; all, or those with a part of the name. */
  page(actor: TenantActor, { search, ...paging }: PageArguments & { readonly search?: string | null | undefined }): Promise<Page<DeviceTypeRow>> {
    const request = pageRequest(paging, ['text', 'uuid']);
    return this.db.read(actor, async (tx) => toPage(await this.types.list(tx, request, searchText(search)), request.limit, ({ name, id }) => [name, id]));
  }

  /** Types by their ids. */
  async byIds(actor: TenantActor, ids: readonly string[]): Promise<ReadonlyMap<string, DeviceTypeRow>> {
    const found = await this.db.read(actor, (tx) => this.types.listByIds(tx, ids));
    return new Map(found.map((type) => [type.id, type]));
  }

  /** What is in force, by type. */
  async published(actor: TenantActor, typeIds: readonly string[]): Promise<ReadonlyMap<string, VersionRow>> {
    const found = await this.db.read(actor, (tx) => this.versions.published(tx, typeIds));
    return new Map(found.map((version) => [version.typeId, version]));
  }

  /** What is worked at, by type. */
  async drafts(actor: TenantActor, typeIds: readonly string[]): Promise<ReadonlyMap<string, VersionRow>> {
    const found = await this.db.read(actor, (tx) => this.versions.drafts(tx, typeIds));
    return new Map(found.map((version) => [version.typeId, version]));
  }

  /** Published versions, newest first. */
  versionsOf(actor: TenantActor, typeId: string, args: PageArguments): Promise<Page<VersionRow>> {
    const request = pageRequest(args, ['integer']);
    return this.db.read(actor, async (tx) => toPage(await this.versions.list(tx, typeId, request), request.limit, ({ version }) => [String(version)]));
  }

  /** Machines that have a type, by name. */
  machinesOf(actor: TenantActor, typeId: string, args: PageArguments): Promise<Page<DeviceRow>> {
    const request = pageRequest(args, ['text', 'uuid']);
    return this.db.read(actor, async (tx) => toPage(await this.machines.list(tx, typeId, request), request.limit, ({ name, id }) => [name, id]));
  }

  /** A type as a document: of one version, or what is in force, or the draft where nothing is. @throws AppError (not-found) DEVICE_TYPE.VERSION_NOT_FOUND */
  document(actor: TenantActor, { id, name, description }: Pick<DeviceTypeRow, 'id' | 'name' | 'description'>, version?: number | null): Promise<string> {
    return this.db.read(actor, async (tx) => {
      const found = typeof version === 'number' ? await this.versions.find(tx, id, version) : ((await this.versions.published(tx, [id]))[0] ?? (await this.versions.drafts(tx, [id]))[0]);
      if (!found) throw notFound('DEVICE_TYPE.VERSION_NOT_FOUND', 'There is no such version.');
      return writeDocument({ name, description, model: found.model });
    });
  }
}
