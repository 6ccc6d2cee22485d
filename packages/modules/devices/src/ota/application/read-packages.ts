import { Injectable } from '@nestjs/common';
import { PackageRoom } from '@tenon/billing';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { OtaKeyRepository, type PublicOtaKey } from '../persistence/ota-key.repository.js';
import { OtaPackageRepository, type Footprint, type OtaPackageRow, type PackageFilter } from '../persistence/ota-package.repository.js';

/** What holds of all packages of a company. */
export interface PackageSettings {
  readonly room: Awaited<ReturnType<PackageRoom['execute']>>;
  readonly taken: Footprint;
  readonly keys: readonly PublicOtaKey[];
}

/** Reads packages, and deletes those that no machine runs. */
@Injectable()
export class ReadPackages {
  constructor(
    private readonly db: TenantDb,
    private readonly packages: OtaPackageRepository,
    private readonly keys: OtaKeyRepository,
    private readonly room: PackageRoom,
  ) {}

  /** @throws AppError (not-found) OTA_PACKAGE.NOT_FOUND */
  one(actor: TenantActor, id: string): Promise<OtaPackageRow> {
    return this.db.read(actor, (tx) => this.packages.get(tx, id));
  }

  /** The newest first. */
  list(actor: TenantActor, filter: PackageFilter, args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined }): Promise<Page<OtaPackageRow>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.read(actor, async (tx) => toPage(await this.packages.list(tx, filter, request), request.limit, ({ createdAt, id }) => [createdAt.toISOString(), id]));
  }

  /** What the plan has room for, what of it is taken, and the keys whose public halves machines check signatures with, the one that signs first. */
  settings(actor: TenantActor): Promise<PackageSettings> {
    return this.db.read(actor, async (tx) => ({ room: await this.room.execute(tx), taken: await this.packages.footprint(tx), keys: await this.keys.list(tx) }));
  }

  /** Repeating it fails with OTA_PACKAGE.NOT_FOUND. @throws AppError (conflict) OTA_PACKAGE.IN_USE where machines are asked to run it, OTA_PACKAGE.IN_CAMPAIGNS where campaigns are or were of it */
  delete(actor: TenantActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { title, version, machineCount, campaignCount } = await this.packages.getForUpdate(tx, id);
      if (machineCount > 0) throw conflict('OTA_PACKAGE.IN_USE', 'Machines are asked to run it.', { machines: machineCount });
      if (campaignCount > 0) throw conflict('OTA_PACKAGE.IN_CAMPAIGNS', 'Campaigns tell of it.', { campaigns: campaignCount });
      await this.packages.delete(tx, id);
      await tx.audit('ota-package.deleted', { otaPackageId: id, title, version });
    });
  }
}
