import { generateKeyPairSync, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { bug } from '@tenon/kernel';
import { Vault, type SecretPlace } from '@tenon/runtime';
import { OtaKeyRepository, type OtaKeyRow } from '../persistence/ota-key.repository.js';

const placeOf = (id: string): SecretPlace => ({ column: 'public.ota_key.private_sealed', id });

/** The company's key pair (Ed25519, RFC 8032), whose private half lies sealed here. It is made when it is first needed. */
@Injectable()
export class PackageKey {
  constructor(
    private readonly keys: OtaKeyRepository,
    private readonly vault: Vault,
  ) {}

  /** Signs a text in UTF-8. */
  async sign(tx: TenantTx, text: string): Promise<{ keyId: string; signature: Buffer }> {
    const key = (await this.keys.find(tx)) ?? (await this.make(tx));
    return { keyId: key.id, signature: sign(null, Buffer.from(text), this.vault.open(placeOf(key.id), key.privateSealed)) };
  }

  private async make(tx: TenantTx): Promise<OtaKeyRow> {
    const id = tx.newId();
    const { publicKey, privateKey } = generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
    if (await this.keys.insert(tx, { id, publicKey, privateSealed: this.vault.seal(placeOf(id), privateKey) })) await tx.audit('ota-key.made', { otaKeyId: id, publicKey });
    const kept = await this.keys.find(tx);
    if (!kept) throw bug('OTA_KEY.GONE', 'The key that was made is not there.');
    return kept;
  }
}
