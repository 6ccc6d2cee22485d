import { Injectable } from '@nestjs/common';
import type { SystemTx } from '@tenon/db';
import type { TenantId } from '@tenon/kernel';

/** Which campaigns are under way, in all companies. */
@Injectable()
export class OpenCampaignRepository {
  list(tx: SystemTx): Promise<{ tenantId: TenantId; id: string }[]> {
    return tx.sql<{ tenantId: TenantId; id: string }>(`SELECT tenant_id AS "tenantId", id FROM campaign WHERE state IN ('running', 'paused', 'aborting', 'rolling-back') ORDER BY tenant_id, id`, []);
  }
}
