import type { OtaPackageKind } from '@tenon/graphql/resolvers';
import { packageStatement, type OtaKind } from '@tenon/domain/ota';
import { instantText } from '@tenon/kernel';
import { LARGEST_PACKAGE_BYTES } from '../application/package-limits.js';
import type { PackageSettings } from '../application/read-packages.js';
import type { OtaPackageRow } from '../persistence/ota-package.repository.js';

export const readOtaKind = (kind: OtaPackageKind): OtaKind => kind.toLowerCase() as OtaKind;

/** A package in the words of the schema. */
export function showPackage({ kind, typeId, typeName, createdAt, readyAt, sha256, ...row }: OtaPackageRow) {
  return {
    ...row,
    kind: kind.toUpperCase() as OtaPackageKind,
    type: typeId === null ? null : { id: typeId, name: typeName ?? '' },
    sha256,
    statement: sha256 === null ? null : packageStatement({ ...row, kind, typeId, sha256 }),
    createdAt: instantText(createdAt),
    readyAt: readyAt && instantText(readyAt),
  };
}

/** What holds of all packages, in the words of the schema. */
export function showSettings({ room, taken, keys }: PackageSettings) {
  const signing = keys.find(({ retiredAt }) => retiredAt === null);
  return {
    maxBytes: LARGEST_PACKAGE_BYTES,
    maxPackages: room.packages,
    packages: taken.count,
    maxStoredBytes: room.packageBytes,
    storedBytes: taken.bytes,
    publicKey: signing?.publicKey ?? null,
    publicKeySince: signing ? instantText(signing.createdAt) : null,
    keys: keys.map(({ createdAt, retiredAt, ...key }) => ({ ...key, createdAt: instantText(createdAt), retiredAt: retiredAt && instantText(retiredAt) })),
  };
}
