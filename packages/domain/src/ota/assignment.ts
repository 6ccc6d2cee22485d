/** What a package is for: the machine's own firmware, or software that runs on it. */
export const OTA_KINDS = ['firmware', 'software'] as const;
export type OtaKind = (typeof OTA_KINDS)[number];

/** How the names of attributes begin that speak of it. @see https://thingsboard.io/docs/user-guide/ota-updates/ */
export const otaPrefix = (kind: OtaKind): 'fw' | 'sf' => (kind === 'firmware' ? 'fw' : 'sf');

/** A package as a machine is told of it. */
export interface Assigned {
  readonly kind: OtaKind;
  readonly title: string;
  readonly version: string;
  readonly sizeBytes: number;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
  /** In base64. */
  readonly signature: string;
  /** Of the key that signed it. */
  readonly keyId: string;
  /** The device type it is for; null: any. */
  readonly typeId: string | null;
}

/**
 * The shared attributes by which a machine is given a package: ThingsBoard's six, and three that let it check the signature.
 * `…_device_type` is null, which is no attribute, where the package is for any.
 */
export function assignmentOf({ kind, title, version, sizeBytes, sha256, signature, keyId, typeId }: Assigned): readonly (readonly [key: string, value: string | number | null])[] {
  const prefix = otaPrefix(kind);
  return [
    [`${prefix}_title`, title],
    [`${prefix}_version`, version],
    [`${prefix}_size`, sizeBytes],
    [`${prefix}_checksum`, sha256],
    [`${prefix}_checksum_algorithm`, 'SHA256'],
    [`${prefix}_signature`, signature],
    [`${prefix}_signature_key`, keyId],
    [`${prefix}_device_type`, typeId],
  ];
}
