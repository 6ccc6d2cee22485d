import { generateKeyPairSync, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { bug, conflict, limited } from '@tenon/kernel';
import { Vault, type SecretPlace } from '@tenon/runtime';
import { OtaKeyRepository, type OtaKeyRow } from '../persistence/ota-key.repository.js';

/** Those before included: what they signed is checked for as long as machines run it. */
const MOST_KEYS = 50;

const placeOf = (id: string): SecretPlace => ({ column: 'public.ota_key.private_sealed', id });

/** The company's key pair (Ed25519, RFC 8032), whose private half lies sealed here. It is made when it is first needed, and another when somebody asks for one. */
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

  /** Puts another in the place of the one that signs, whose private half is gone with it. @throws AppError (conflict) OTA_KEY.NONE_YET; (limited) OTA_KEY.TOO_MANY */
  async replace(tx: TenantTx): Promise<void> {
    const former = await this.keys.findForUpdate(tx);
    if (!former) throw conflict('OTA_KEY.NONE_YET', 'No package was signed yet, so there is no key to replace.');
    if ((await this.keys.list(tx)).length >= MOST_KEYS) throw limited('OTA_KEY.TOO_MANY', `A company has at most ${MOST_KEYS} keys, those before included.`, { most: MOST_KEYS });
    await this.keys.retire(tx, former.id);
    const { id } = await this.make(tx);
    await tx.audit('ota-key.replaced', { otaKeyId: id, before: { otaKeyId: former.id }, after: { otaKeyId: id } });
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
