import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { ApiKeyRepository, type ApiKeyRow } from '../persistence/api-key.repository.js';

/** The company's API keys that were not revoked, newest first. */
@Injectable()
export class ReadApiKeys {
  constructor(
    private readonly db: TenantDb,
    private readonly keys: ApiKeyRepository,
  ) {}

  execute(actor: TenantActor): Promise<ApiKeyRow[]> {
    return this.db.read(actor, (tx) => this.keys.list(tx));
  }
}
