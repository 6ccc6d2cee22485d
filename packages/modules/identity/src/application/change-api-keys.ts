import { Injectable } from '@nestjs/common';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { TenantDb } from '@tenon/db';
import { keyScope, type UserActor } from '@tenon/domain/identity';
import { bug, conflict, DAY_MS, invalid, notFound } from '@tenon/kernel';
import { ApiKeyRepository, type ApiKeyRow } from '../persistence/api-key.repository.js';
import { apiKeyDigest, newApiKeySecret } from '../sign-in/api-key-secret.js';
import { PeopleDesk } from './people-desk.js';

const LONGEST_NAME = 60;
const MOST_DAYS = 365;
const MOST_KEYS = 50;

/** What somebody wants of a key. */
export interface WantedKey {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly days: number;
}

/** A key, and its secret, which is shown only now. */
export interface IssuedKey {
  readonly key: ApiKeyRow;
  readonly secret: string;
}

/** Makes a key for the same API that people use, of no more than its maker holds. Each repetition makes another. */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly db: TenantDb,
    private readonly keys: ApiKeyRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError (invalid) API_KEY.NAME_REQUIRED, API_KEY.NAME_TOO_LONG, API_KEY.LIFE; (conflict) API_KEY.TOO_MANY; as `keyScope` */
  execute(actor: UserActor, wanted: WantedKey): Promise<IssuedKey> {
    const [name, lifeMs] = [readName(wanted.name), readLife(wanted.days)];
    return this.db.transaction(actor, async (tx) => {
      const { permissions: own } = await this.desk.open(tx, actor, 'api-key:create');
      const permissions = keyScope(wanted.permissions, own, TENANT_PERMISSIONS);
      if ((await this.keys.list(tx)).length >= MOST_KEYS) throw conflict('API_KEY.TOO_MANY', 'The company has as many keys as it can.', { limit: MOST_KEYS });
      const secret = newApiKeySecret();
      const digest = apiKeyDigest(secret) ?? notItsOwn();
      const expiresAt = new Date(tx.now.getTime() + lifeMs);
      const key = await this.keys.insert(tx, { userId: actor.userId, name, permissions, digest, expiresAt });
      await tx.audit('api-key.created', { apiKeyId: key.id, name, permissions, expiresAt: expiresAt.toISOString() });
      return { key, secret };
    });
  }
}

/** Makes a key worthless, at once. Revoking it again fails with API_KEY.NOT_FOUND. */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly db: TenantDb,
    private readonly keys: ApiKeyRepository,
  ) {}

  execute(actor: UserActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const { name } = await this.keys.get(tx, id);
      if (!(await this.keys.revoke(tx, id))) throw notFound('API_KEY.NOT_FOUND', 'There is no such key.');
      await tx.audit('api-key.revoked', { apiKeyId: id, name });
      return id;
    });
  }
}

function readName(text: string): string {
  const name = text.trim();
  if (name === '') throw invalid('API_KEY.NAME_REQUIRED', 'The key needs a name.');
  if (name.length > LONGEST_NAME) throw invalid('API_KEY.NAME_TOO_LONG', `The name is longer than ${LONGEST_NAME} characters.`, { limit: LONGEST_NAME });
  return name;
}

function readLife(days: number): number {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw invalid('API_KEY.LIFE', `A key lives for 1 to ${MOST_DAYS} days.`, { limit: MOST_DAYS });
  return days * DAY_MS;
}

function notItsOwn(): never {
  throw bug('API_KEY.FORM', 'A new key is not of the form of keys.');
}
