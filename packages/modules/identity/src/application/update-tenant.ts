import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { demandSilentAfter } from '@tenon/domain/devices';
import { invalid } from '@tenon/kernel';
import { readCompanyName } from '../sign-in/credentials.js';
import { TenantRepository, type Tenant, type TenantChange } from '../persistence/tenant.repository.js';

/** What somebody wants changed; what is left out stays. */
export type WantedOfTenant = { readonly [Field in keyof TenantChange]?: TenantChange[Field] | null | undefined };

/** Changes the company's name, its site's time zone, or when its machines count as silent. Repeating it changes nothing more. */
@Injectable()
export class UpdateTenant {
  constructor(
    private readonly db: TenantDb,
    private readonly tenants: TenantRepository,
  ) {}

  /** @throws AppError (invalid) AUTH.COMPANY_NAME_REQUIRED, AUTH.COMPANY_NAME_TOO_LONG, TENANT.TIME_ZONE_UNKNOWN, TENANT.SILENT_AFTER */
  execute(actor: TenantActor, input: WantedOfTenant): Promise<Tenant> {
    return this.db.transaction(actor, async (tx) => {
      const { name, timeZone, silentAfterMinutes } = await this.tenants.get(tx);
      const before = { name, timeZone, silentAfterMinutes };
      const after = changed(before, input);
      await tx.audit('tenant.updated', { before, after });
      return this.tenants.update(tx, after);
    });
  }
}

function changed(before: TenantChange, wanted: WantedOfTenant): TenantChange {
  return {
    name: wanted.name == null ? before.name : readCompanyName(wanted.name),
    timeZone: wanted.timeZone == null ? before.timeZone : readTimeZone(wanted.timeZone),
    silentAfterMinutes: wanted.silentAfterMinutes == null ? before.silentAfterMinutes : demandSilentAfter(wanted.silentAfterMinutes),
  };
}

function readTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw invalid('TENANT.TIME_ZONE_UNKNOWN', 'There is no such time zone.', { timeZone: name });
  }
}
