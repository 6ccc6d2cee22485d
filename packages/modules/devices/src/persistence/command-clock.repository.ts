import { Injectable } from '@nestjs/common';
import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import type { SystemTx } from '@tenon/db';

/** What time makes of commands, in all companies. */
@Injectable()
export class CommandClockRepository {
  /** Writes the domain's `commandStateAt` down for those that are due, and announces it. Rows that are held are taken at the next turn. */
  async move(tx: SystemTx, now: Date, limit: number): Promise<void> {
    await tx.sql(
      `WITH due AS (
         SELECT tenant_id, id FROM device_command WHERE due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
       ), put AS (
         UPDATE device_command c SET state = CASE c.state WHEN 'queued' THEN 'expired' ELSE 'timed-out' END, settled_at = c.due_at, due_at = NULL
         FROM due WHERE c.tenant_id = due.tenant_id AND c.id = due.id RETURNING c.tenant_id, c.device_id
       )
       SELECT pg_notify($3, json_build_object('kind', 'command-changed', 'tenantId', tenant_id, 'deviceId', device_id)::text) FROM put GROUP BY tenant_id, device_id`,
      [now, limit, DEVICE_CHANNEL],
    );
  }

  /** Deletes those that were settled before an instant. */
  async forget(tx: SystemTx, before: Date, limit: number): Promise<void> {
    await tx.sql('DELETE FROM device_command WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM device_command WHERE settled_at < $1 ORDER BY settled_at LIMIT $2)', [before, limit]);
  }
}
