import { createHash } from 'node:crypto';
import { deriveKey } from '../keys.js';

/** What wraps the data keys of sealed secrets; never in the database. */
export interface MasterKey {
  /** Stands beside what it wrapped, so that it is found again. It tells nothing of the key. */
  readonly id: string;
  readonly key: Buffer;
}

/** The master keys of a process, the one that wraps first; the others only open. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]];

function masterKey(key: Buffer): MasterKey {
  return { id: createHash('sha256').update('tenon/master-key-id').update(key).digest('hex').slice(0, 16), key };
}

/**
 * The master keys that a process is given: those that were set, the first wrapping, and the one derived from the platform's
 * secret, by which everything is wrapped until others are set.
 * @param set 64 hexadecimal digits each
 */
export function masterKeys({ secretHex, set }: { readonly secretHex: string; readonly set: readonly string[] }): MasterKeys {
  const derived = masterKey(deriveKey(secretHex, 'master-key'));
  const [first, ...others] = set.map((hex) => masterKey(Buffer.from(hex, 'hex')));
  return first ? [first, ...others, derived] : [derived];
}
