import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { SigningKeyRepository } from '../persistence/signing-key.repository.js';

/** A key as everybody may see it. */
export interface ShownKey {
  readonly keyId: string;
  readonly algorithm: 'Ed25519';
  readonly publicKey: string;
  readonly createdAt: string;
  /** Since when nothing more is signed with it; what was, stays good. */
  readonly retiredAt: string | null;
  /** Since when somebody else may have signed with it; what says to be of a later moment is not to be believed. */
  readonly compromisedAt: string | null;
}

/** Shows the public keys with which the platform signs and signed, the newest first. */
@Injectable()
export class ReadSigningKeys {
  constructor(
    private readonly db: SystemDb,
    private readonly keys: SigningKeyRepository,
  ) {}

  async execute(): Promise<ShownKey[]> {
    const rows = await this.db.run('exit: show the public keys', (tx) => this.keys.list(tx));
    return rows.map(({ keyId, publicKey, createdAt, retiredAt, compromisedAt }) => ({
      keyId,
      algorithm: 'Ed25519',
      publicKey,
      createdAt: createdAt.toISOString(),
      retiredAt: retiredAt?.toISOString() ?? null,
      compromisedAt: compromisedAt?.toISOString() ?? null,
    }));
  }
}
