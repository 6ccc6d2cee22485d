import { Inject, Injectable } from '@nestjs/common';
import { ApiCalls } from '@tenon/billing';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { keyPowers, ownRolePermissions } from '@tenon/domain/identity';
import { permissionsLeft, type Place } from '@tenon/domain/life';
import { tenantId, unauthenticated, userId, type AppError } from '@tenon/kernel';
import { ApiKeyResolver, type KeyHolder } from '@tenon/nest';
import type pg from 'pg';
import { findPresentedKey, type PresentedKey } from '../persistence/presented-key.repository.js';
import { apiKeyDigest } from './api-key-secret.js';
import { sayDatabaseIsAway } from './database-away.js';
import { KeyUse } from './key-use.js';
import { rolePowers } from './role-powers.js';
import { AUTH_POOL } from './tokens.js';

const NOTHING: ReadonlySet<string> = new Set();
const notAKey = (): AppError => unauthenticated('AUTH.KEY_INVALID', 'This key is not known, has expired or was revoked.');

/** Knows an API key by its digest, in one question to the database, and counts its use, which is a call of the company's plan. */
@Injectable()
export class PresentedKeyResolver extends ApiKeyResolver {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly use: KeyUse,
    private readonly calls: ApiCalls,
  ) {
    super();
  }

  /** @throws AppError (unauthenticated) AUTH.KEY_INVALID; (limited) QUOTA.REACHED, with when calls start again; (unavailable) DB.UNAVAILABLE */
  async resolve(secret: string): Promise<KeyHolder> {
    const digest = apiKeyDigest(secret);
    const key = digest && (await findPresentedKey(this.pool, digest).catch(sayDatabaseIsAway));
    if (!key) throw notAKey();
    await this.calls.take(tenantId(key.tenantId));
    this.use.note(key.id);
    const who = { kind: 'api-key' as const, keyId: key.id, name: key.name, userId: userId(key.userId), tenantId: tenantId(key.tenantId) };
    return { actor: { ...who, permissions: powersOf(key) }, place: placeOf(key), lacksSecondFactor: key.lacksSecondFactor, isEmailVerified: key.isEmailVerified };
  }
}

const placeOf = ({ tenantState, suspendedBecause }: Pick<PresentedKey, 'tenantState' | 'suspendedBecause'>): Place => ({ state: tenantState, because: suspendedBecause });

/** What it holds, of what its maker may do now; nothing where a second factor is demanded that the maker does not have. */
function powersOf({ permissions, role, ownPermissions, lacksSecondFactor, ...key }: PresentedKey): ReadonlySet<string> {
  if (lacksSecondFactor) return NOTHING;
  const powers = role === 'custom' ? permissionsLeft(ownRolePermissions(ownPermissions ?? [], TENANT_PERMISSIONS), placeOf(key)) : rolePowers(role, placeOf(key));
  return keyPowers(permissions, powers, TENANT_PERMISSIONS);
}
