import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { Quotas } from '@tenon/domain/billing';
import { readTerms } from '../persistence/terms.repository.js';

/** How many packages for machines a company's plan has room for, and how many bytes of them together. It only reads: what is there when a plan gets smaller stays. */
@Injectable()
export class PackageRoom {
  async execute(tx: TenantTx): Promise<Pick<Quotas, 'packages' | 'packageBytes'>> {
    const { plan: { quotas: { packages, packageBytes } } } = await readTerms(tx, tx.tenantId);
    return { packages, packageBytes };
  }
}
