import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { readPackage, type WantedPackage } from '@tenon/domain/ota';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { DAY_MS, limited } from '@tenon/kernel';
import { authorOf } from '../../application/author-of.js';
import { DeviceTypeRepository } from '../../types/persistence/device-type.repository.js';
import { OtaPackageRepository, type OtaPackageRow } from '../persistence/ota-package.repository.js';
import { LARGEST_PACKAGE_BYTES, MOST_PACKAGES, MOST_STORED_BYTES } from './package-limits.js';

/** A file may stop coming for so long. */
const WAITS_MS = DAY_MS;

/** Begins to take a package, whose file then comes in parts. */
@Injectable()
export class BeginPackage {
  constructor(
    private readonly db: TenantDb,
    private readonly packages: OtaPackageRepository,
    private readonly types: DeviceTypeRepository,
  ) {}

  /** @throws AppError as readPackage; DEVICE_TYPE.NOT_FOUND; (conflict) OTA_PACKAGE.EXISTS; (limited) OTA_PACKAGE.TOO_LARGE, OTA_PACKAGE.TOO_MANY, OTA_PACKAGE.NO_ROOM */
  execute(actor: TenantActor, { typeId, ...wanted }: WantedPackage & { readonly typeId: string | null }): Promise<OtaPackageRow> {
    demand(actor, 'campaign:manage');
    const read = readPackage(wanted);
    if (read.sizeBytes > LARGEST_PACKAGE_BYTES) throw limited('OTA_PACKAGE.TOO_LARGE', `A package has at most ${LARGEST_PACKAGE_BYTES} bytes.`, { maxBytes: LARGEST_PACKAGE_BYTES });
    const author = authorOf(actor);
    return this.db.transaction(actor, async (tx) => {
      await this.packages.deleteUnfinished(tx, new Date(tx.now.getTime() - WAITS_MS));
      const { count, bytes } = await this.packages.footprint(tx);
      if (count >= MOST_PACKAGES) throw limited('OTA_PACKAGE.TOO_MANY', `A company has at most ${MOST_PACKAGES} packages.`, { most: MOST_PACKAGES });
      if (bytes + read.sizeBytes > MOST_STORED_BYTES) throw limited('OTA_PACKAGE.NO_ROOM', `All packages of a company have at most ${MOST_STORED_BYTES} bytes.`, { maxBytes: MOST_STORED_BYTES, usedBytes: bytes });
      if (typeId !== null) await this.types.get(tx, typeId);
      const id = tx.newId();
      await this.packages.insert(tx, { ...read, id, typeId, authorName: author.authorName });
      return this.packages.get(tx, id);
    });
  }
}
