import type { OtaKind } from './assignment.js';

/** What is signed of a package. */
export interface StatedPackage {
  readonly kind: OtaKind;
  readonly title: string;
  readonly version: string;
  readonly sizeBytes: number;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
  /** The device type it is for; null: any. */
  readonly typeId: string | null;
}

/**
 * The text that is signed, in UTF-8, each line ended by a line feed: a machine makes it anew of what it was told and of the file it has.
 * The file alone would not do: a signed old version would pass for a new one, and one type's for another's.
 */
export function packageStatement({ kind, title, version, sizeBytes, sha256, typeId }: StatedPackage): string {
  return ['tenon-ota-package-1', `kind: ${kind}`, `title: ${title}`, `version: ${version}`, `size: ${sizeBytes}`, `sha256: ${sha256}`, `device-type: ${typeId ?? 'any'}`, ''].join('\n');
}
