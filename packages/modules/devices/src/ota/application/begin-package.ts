import { Injectable } from '@nestjs/common';
import { PackageRoom } from '@tenon/billing';
import { TenantDb, type TenantTx } from '@tenon/db';
import { readPackage, type WantedPackage } from '@tenon/domain/ota';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { DAY_MS, limited } from '@tenon/kernel';
import { authorOf } from '../../application/author-of.js';
import { DeviceTypeRepository } from '../../types/persistence/device-type.repository.js';
import { OtaPackageRepository, type OtaPackageRow } from '../persistence/ota-package.repository.js';
import { LARGEST_PACKAGE_BYTES } from './package-limits.js';

/** A file may stop coming for so long. */
const WAITS_MS = DAY_MS;

/** Begins to take a package, whose file then comes in parts. */
@Injectable()
export class BeginPackage {
  constructor(
    private readonly db: TenantDb,
    private readonly packages: OtaPackageRepository,
    private readonly types: DeviceTypeRepository,
    private readonly room: PackageRoom,
  ) {}

  /** @throws AppError as readPackage; DEVICE_TYPE.NOT_FOUND; (conflict) OTA_PACKAGE.EXISTS; (limited) OTA_PACKAGE.TOO_LARGE, OTA_PACKAGE.TOO_MANY, OTA_PACKAGE.NO_ROOM */
  execute(actor: TenantActor, { typeId, ...wanted }: WantedPackage & { readonly typeId: string | null }): Promise<OtaPackageRow> {
    demand(actor, 'campaign:manage');
    const read = readPackage(wanted);
    if (read.sizeBytes > LARGEST_PACKAGE_BYTES) throw limited('OTA_PACKAGE.TOO_LARGE', `A package has at most ${LARGEST_PACKAGE_BYTES} bytes.`, { maxBytes: LARGEST_PACKAGE_BYTES });
    const author = authorOf(actor);
    return this.db.transaction(actor, async (tx) => {
      await this.packages.deleteUnfinished(tx, new Date(tx.now.getTime() - WAITS_MS));
      await this.demandRoom(tx, read.sizeBytes);
      if (typeId !== null) await this.types.get(tx, typeId);
      const id = tx.newId();
      await this.packages.insert(tx, { ...read, id, typeId, authorName: author.authorName });
      return this.packages.get(tx, id);
    });
  }

  private async demandRoom(tx: TenantTx, sizeBytes: number): Promise<void> {
    await this.packages.lockRoom(tx);
    const { packages, packageBytes } = await this.room.execute(tx);
    const { count, bytes } = await this.packages.footprint(tx);
    if (count >= packages) throw limited('OTA_PACKAGE.TOO_MANY', `The plan has room for ${packages} packages.`, { most: packages });
    if (bytes + sizeBytes > packageBytes) throw limited('OTA_PACKAGE.NO_ROOM', `The plan has room for ${packageBytes} bytes of packages.`, { maxBytes: packageBytes, usedBytes: bytes });
  }
}
