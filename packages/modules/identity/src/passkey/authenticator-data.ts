import { createHash } from 'node:crypto';

/** What an authenticator says of itself and of who used it. @see W3C Web Authentication Level 3, 6.1 */
export interface AuthenticatorData {
  /** How often the credential was used; 0 where the authenticator does not count. */
  readonly signCount: number;
  /** Whether the credential may be copied to other devices of its owner. */
  readonly isSyncable: boolean;
  /** The new credential's id, where one was made. */
  readonly credentialId: Buffer | null;
}

/** Byte lengths and bits of 6.1 and 6.5.1. */
const RP_ID_HASH = 32;
const HEAD = RP_ID_HASH + 1 + 4;
const AAGUID = 16;
const PRESENT = 0x01;
const VERIFIED = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;
const ATTESTED = 0x40;
/** 7.1: a longer id is no authenticator's. */
const LONGEST_ID = 1_023;

/**
 * Reads what an authenticator says, if it is for our site and if its owner was there and showed that it is they, by a finger, a face or
 * a PIN; null otherwise.
 * @param rpId the site's domain, for which the credential was made
 */
export function readAuthenticatorData(bytes: Buffer, rpId: string): AuthenticatorData | null {
  if (bytes.length < HEAD || !bytes.subarray(0, RP_ID_HASH).equals(createHash('sha256').update(rpId).digest())) return null;
  const flags = bytes[RP_ID_HASH] ?? 0;
  const has = (bit: number): boolean => (flags & bit) !== 0;
  if (!has(PRESENT) || !has(VERIFIED) || (has(BACKED_UP) && !has(BACKUP_ELIGIBLE))) return null;
  return { signCount: bytes.readUInt32BE(RP_ID_HASH + 1), isSyncable: has(BACKUP_ELIGIBLE), credentialId: has(ATTESTED) ? credentialIdIn(bytes) : null };
}

function credentialIdIn(bytes: Buffer): Buffer | null {
  const lengthAt = HEAD + AAGUID;
  if (bytes.length < lengthAt + 2) return null;
  const length = bytes.readUInt16BE(lengthAt);
  const id = bytes.subarray(lengthAt + 2, lengthAt + 2 + length);
  return length > 0 && length <= LONGEST_ID && id.length === length ? id : null;
}
