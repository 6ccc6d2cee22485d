import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { readCompanyName } from '../sign-in/credentials.js';
import { TenantRepository, type Tenant } from '../persistence/tenant.repository.js';

/** Changes the company's name or its site's time zone. Repeating it changes nothing more. */
@Injectable()
export class UpdateTenant {
  constructor(
    private readonly db: TenantDb,
    private readonly tenants: TenantRepository,
  ) {}

  execute(actor: TenantActor, input: { name?: string | null | undefined; timeZone?: string | null | undefined }): Promise<Tenant> {
    return this.db.transaction(actor, async (tx) => {
      const before = await this.tenants.get(tx);
      const name = input.name == null ? before.name : readCompanyName(input.name);
      const timeZone = input.timeZone == null ? before.timeZone : readTimeZone(input.timeZone);
      const after = await this.tenants.update(tx, { name, timeZone });
      await tx.audit('tenant.updated', { before: { name: before.name, timeZone: before.timeZone }, after: { name, timeZone } });
      return after;
    });
  }
}

function readTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw invalid('TENANT.TIME_ZONE_UNKNOWN', 'There is no such time zone.', { timeZone: name });
  }
}
