import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { NoticeChoice } from '@tenon/domain/notices';

/** What people of the transaction's company chose to be told of. */
@Injectable()
export class PreferenceRepository {
  /** By person, every one that was asked about. */
  async list(tx: TenantTx, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly NoticeChoice[]>> {
    const rows = await tx.sql<NoticeChoice & { userId: string }>(
      'SELECT user_id AS "userId", kind, channel, is_on AS "isOn" FROM notice_preference WHERE tenant_id = $1 AND user_id = ANY ($2::uuid[])',
      [tx.tenantId, userIds],
    );
    return new Map(userIds.map((id) => [id, rows.filter(({ userId }) => userId === id)]));
  }

  async put(tx: TenantTx, userId: string, { kind, channel, isOn }: NoticeChoice): Promise<void> {
    await tx.execute(
      `INSERT INTO notice_preference (tenant_id, user_id, kind, channel, is_on) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, user_id, kind, channel) DO UPDATE SET is_on = excluded.is_on`,
      [tx.tenantId, userId, kind, channel, isOn],
    );
  }
}
