import { createPrivateKey, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { bug } from '@tenon/kernel';
import { Vault } from '@tenon/runtime';
import { SigningKeyRepository, type SigningKeyRow } from '../persistence/signing-key.repository.js';
import { newSigningKey, PRIVATE_COLUMN } from './new-signing-key.js';

/** A key that signs. */
export interface Signer {
  readonly keyId: string;
  /** PEM. */
  readonly publicKey: string;
  /** The Ed25519 signature (RFC 8032) of a text, 64 bytes. */
  sign(text: string): Buffer;
}

/** The platform's key for what it hands out. It is made when it is first needed, and kept sealed. */
@Injectable()
export class SigningKeys {
  constructor(
    private readonly db: SystemDb,
    private readonly keys: SigningKeyRepository,
    private readonly vault: Vault,
  ) {}

  async signer(): Promise<Signer> {
    const { id, keyId, publicKey, privateSealed } = await this.inUse();
    const key = createPrivateKey(this.vault.open({ column: PRIVATE_COLUMN, id }, privateSealed));
    return { keyId, publicKey, sign: (text) => sign(null, Buffer.from(text), key) };
  }

  private inUse(): Promise<SigningKeyRow> {
    return this.db.run('exit: the platform’s signing key', async (tx) => {
      const known = await this.keys.findInUse(tx);
      if (known) return known;
      await this.keys.insert(tx, newSigningKey(this.vault));
      const made = await this.keys.findInUse(tx);
      if (!made) throw bug('EXPORT.NO_KEY', 'There is no signing key, though one was made.');
      return made;
    });
  }
}
