import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { newToken, TOKEN_RANDOM_BYTES } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, invalid, limited } from '@tenon/kernel';
import { ProvisioningKeyRepository, type ProvisioningKeyRow } from '../../persistence/provisioning-key.repository.js';
import { DeviceTypeRepository } from '../../types/persistence/device-type.repository.js';

/** What may be said of a new key. */
export interface ProvisioningKeyInput {
  readonly name: string;
  readonly makesNew: boolean;
  readonly makesGateways?: boolean | null | undefined;
  readonly typeId?: string | null | undefined;
  readonly mostUses?: number | null | undefined;
  readonly expiresAt?: Date | null | undefined;
}

/** A key and its secret, which nobody sees again. */
export interface KeyWithSecret {
  readonly key: ProvisioningKeyRow;
  readonly secret: string;
}

/** Keys that are shown: all that work, and the newest that do not. */
export const MOST_KEYS_SHOWN = 100;
const MOST_WORKING = 20;
const LONGEST_NAME = 60;
const MOST_USES = 100_000;
const KEY_LENGTH = 20;
const SHOWN_CHARACTERS = 6;

/** Keys by which machines let themselves in: the company's own, each with a secret that is shown once. Making one twice makes two. */
@Injectable()
export class KeepProvisioningKeys {
  constructor(
    private readonly db: TenantDb,
    private readonly keys: ProvisioningKeyRepository,
    private readonly types: DeviceTypeRepository,
  ) {}

  list(actor: TenantActor): Promise<ProvisioningKeyRow[]> {
    return this.db.read(actor, (tx) => this.keys.list(tx, MOST_KEYS_SHOWN));
  }

  /** @throws AppError (invalid) PROVISIONING_KEY.NAME, PROVISIONING_KEY.USES, PROVISIONING_KEY.OVER; (limited) PROVISIONING_KEY.TOO_MANY; DEVICE_TYPE.NOT_FOUND */
  create(actor: TenantActor, input: ProvisioningKeyInput): Promise<KeyWithSecret> {
    const name = input.name.trim();
    if (name.length < 1 || name.length > LONGEST_NAME) throw invalid('PROVISIONING_KEY.NAME', `A key's name has 1 to ${LONGEST_NAME} characters.`, { limit: LONGEST_NAME });
    const { mostUses = null, expiresAt = null } = input;
    if (mostUses !== null && (mostUses < 1 || mostUses > MOST_USES)) throw invalid('PROVISIONING_KEY.USES', `A key lets in 1 to ${MOST_USES} machines.`, { limit: MOST_USES });
    return this.db.transaction(actor, async (tx) => {
      if (expiresAt !== null && expiresAt <= tx.now) throw invalid('PROVISIONING_KEY.OVER', 'The key would be over already.');
      if ((await this.keys.countWorking(tx)) >= MOST_WORKING) throw limited('PROVISIONING_KEY.TOO_MANY', `A company has at most ${MOST_WORKING} keys that are not revoked.`, { limit: MOST_WORKING });
      const type = typeof input.typeId === 'string' ? await this.types.get(tx, input.typeId) : null;
      const secret = newSecret();
      const key = await this.keys.insert(tx, {
        ...{ name, mostUses, expiresAt, makesNew: input.makesNew, makesGateways: input.makesNew && input.makesGateways === true, typeId: type?.id ?? null },
        key: newSecret().slice(0, KEY_LENGTH),
        ...keptOf(secret),
      });
      await tx.audit('provisioning-key.created', { provisioningKeyId: key.id, name, makesNew: key.makesNew, mostUses, expiresAt: expiresAt?.toISOString() ?? null });
      return { key, secret };
    });
  }

  /** Gives it another secret; the old one stops at once. Each repetition gives another. @throws AppError PROVISIONING_KEY.NOT_FOUND; (conflict) PROVISIONING_KEY.REVOKED */
  rotate(actor: TenantActor, id: string): Promise<KeyWithSecret> {
    return this.db.transaction(actor, async (tx) => {
      const { name, revokedAt } = await this.keys.getForUpdate(tx, id);
      if (revokedAt) throw conflict('PROVISIONING_KEY.REVOKED', 'The key was revoked.');
      const secret = newSecret();
      await this.keys.setSecret(tx, id, keptOf(secret));
      await tx.audit('provisioning-key.secret-rotated', { provisioningKeyId: id, name });
      return { key: await this.keys.get(tx, id), secret };
    });
  }

  /** No machine comes by it any more; those that came stay. @throws AppError PROVISIONING_KEY.NOT_FOUND; (conflict) PROVISIONING_KEY.REVOKED where it was before */
  revoke(actor: TenantActor, id: string): Promise<ProvisioningKeyRow> {
    return this.db.transaction(actor, async (tx) => {
      const { name, revokedAt } = await this.keys.getForUpdate(tx, id);
      if (revokedAt) throw conflict('PROVISIONING_KEY.REVOKED', 'The key was revoked.');
      await this.keys.revoke(tx, id);
      await tx.audit('provisioning-key.revoked', { provisioningKeyId: id, name });
      return this.keys.get(tx, id);
    });
  }
}

function newSecret(): string {
  return newToken(randomBytes(TOKEN_RANDOM_BYTES));
}

function keptOf(secret: string): { secretDigest: Uint8Array<ArrayBuffer>; secretPrefix: string } {
  return { secretDigest: new Uint8Array(createHash('sha256').update(secret).digest()), secretPrefix: secret.slice(0, SHOWN_CHARACTERS) };
}
