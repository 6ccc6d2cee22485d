import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { TenantRepository, type Tenant } from '../persistence/tenant.repository.js';

/** The actor's own company. */
@Injectable()
export class GetTenant {
  constructor(
    private readonly db: TenantDb,
    private readonly tenants: TenantRepository,
  ) {}

  execute(actor: TenantActor): Promise<Tenant> {
    return this.db.read(actor, (tx) => this.tenants.get(tx));
  }
}
