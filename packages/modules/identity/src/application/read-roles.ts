import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { RoleRepository, type CountedRole } from '../persistence/role.repository.js';

/** The roles that the company may give: the platform's first, then its own by name. */
@Injectable()
export class ReadRoles {
  constructor(
    private readonly db: TenantDb,
    private readonly roles: RoleRepository,
  ) {}

  execute(actor: TenantActor): Promise<CountedRole[]> {
    return this.db.read(actor, (tx) => this.roles.listAll(tx));
  }
}
