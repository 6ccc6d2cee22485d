import { Injectable } from '@nestjs/common';
import type { SystemTx } from '@tenon/db';

/** A key with which the platform signs. */
export interface SigningKeyRow {
  readonly id: string;
  /** SHA-256 of the public key in DER, hexadecimal. */
  readonly keyId: string;
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;
  readonly privateSealed: string;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
  readonly compromisedAt: Date | null;
}

/** A key that is made, before anything happens to it. */
export type NewSigningKey = Omit<SigningKeyRow, 'createdAt' | 'retiredAt' | 'compromisedAt'>;

const KEY = `SELECT id, key_id AS "keyId", public_key AS "publicKey", private_sealed AS "privateSealed", created_at AS "createdAt", retired_at AS "retiredAt", compromised_at AS "compromisedAt" FROM signing_key`;

/** The platform's signing keys. */
@Injectable()
export class SigningKeyRepository {
  list(tx: SystemTx): Promise<SigningKeyRow[]> {
    return tx.sql<SigningKeyRow>(`${KEY} ORDER BY created_at DESC`);
  }

  /** The one that signs now. */
  async findInUse(tx: SystemTx): Promise<SigningKeyRow | undefined> {
    return (await tx.sql<SigningKeyRow>(`${KEY} WHERE retired_at IS NULL`))[0];
  }

  /** Unless there is one in use already, by somebody who came first. */
  async insert(tx: SystemTx, { id, keyId, publicKey, privateSealed }: NewSigningKey): Promise<void> {
    await tx.execute('INSERT INTO signing_key (id, key_id, public_key, private_sealed) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [id, keyId, publicKey, privateSealed]);
  }

  /** Lets nobody else change which key is in use, until the transaction ends. */
  async lock(tx: SystemTx): Promise<void> {
    await tx.execute('LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE');
  }

  /** Of a key that is retired already the day stays. */
  async retire(tx: SystemTx, id: string): Promise<void> {
    await tx.execute('UPDATE signing_key SET retired_at = coalesce(retired_at, $2) WHERE id = $1', [id, tx.now]);
  }

  /** Of two moments the earlier one stands. */
  async distrust(tx: SystemTx, id: string, since: Date): Promise<void> {
    await tx.execute('UPDATE signing_key SET compromised_at = least(compromised_at, $2) WHERE id = $1', [id, since]);
  }
}
