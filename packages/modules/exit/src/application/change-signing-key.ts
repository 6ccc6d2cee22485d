import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { conflict, invalid, notFound } from '@tenon/kernel';
import { Vault } from '@tenon/runtime';
import { SigningKeyRepository, type SigningKeyRow } from '../persistence/signing-key.repository.js';
import { newSigningKey } from './new-signing-key.js';

/** How a key goes. */
export interface Retirement {
  /** SHA-256 of the public key, or its first eight digits and more. */
  readonly keyId: string;
  /** From when on somebody else may have signed with it; null where it is retired by age alone. */
  readonly compromisedSince: Date | 'now' | null;
}

/**
 * Changes with which key the platform signs. One is in use at any time: the next is made in the moment in which the one before is retired.
 * What is signed just then is signed with one of the two, and good.
 */
@Injectable()
export class ChangeSigningKey {
  constructor(
    private readonly db: SystemDb,
    private readonly keys: SigningKeyRepository,
    private readonly vault: Vault,
  ) {}

  /** Retires the key in use, if there is one, and makes the next. Repeating it makes another. @returns the id of the new one */
  renew(): Promise<string> {
    return this.db.run('exit: sign with a new key', async (tx) => {
      await this.keys.lock(tx);
      const inUse = await this.keys.findInUse(tx);
      if (inUse) await this.keys.retire(tx, inUse.id);
      const next = newSigningKey(this.vault);
      await this.keys.insert(tx, next);
      return next.keyId;
    });
  }

  /**
   * Retires a key, and makes the next where it was the one in use. A retired one can be said to be compromised later on; repeating it
   * changes nothing, or moves that moment back.
   * @returns the id of the retired key, and of the one that signs now
   * @throws AppError (not-found) SIGNING_KEY.NOT_FOUND; (conflict) SIGNING_KEY.AMBIGUOUS; (invalid) SIGNING_KEY.MOMENT for one that is to come
   */
  retire({ keyId, compromisedSince }: Retirement): Promise<{ retired: string; inUse: string }> {
    return this.db.run('exit: retire a signing key', async (tx) => {
      const since = compromisedSince === 'now' ? tx.now : compromisedSince;
      if (since && since > tx.now) throw invalid('SIGNING_KEY.MOMENT', 'What is to come is not compromised yet.');
      await this.keys.lock(tx);
      const key = only(await this.keys.list(tx), keyId);
      await this.keys.retire(tx, key.id);
      if (since) await this.keys.distrust(tx, key.id, since);
      if (!(await this.keys.findInUse(tx))) await this.keys.insert(tx, newSigningKey(this.vault));
      return { retired: key.keyId, inUse: (await this.keys.findInUse(tx))?.keyId ?? '' };
    });
  }
}

function only(keys: readonly SigningKeyRow[], beginning: string): SigningKeyRow {
  const [key, ...more] = keys.filter((each) => each.keyId.startsWith(beginning));
  if (!key) throw notFound('SIGNING_KEY.NOT_FOUND', `There is no signing key ${beginning}.`);
  if (more.length > 0) throw conflict('SIGNING_KEY.AMBIGUOUS', `${more.length + 1} signing keys begin with ${beginning}.`);
  return key;
}
