import { Injectable } from '@nestjs/common';
import type { TenantTx, Transaction } from '@tenon/db';

/** Where a notice is to be brought: one of the two. */
export interface DeliveryTarget {
  readonly userId: string | null;
  readonly robotId: string | null;
}

/** A notice on its way. */
export interface Delivery extends DeliveryTarget {
  readonly id: string;
  readonly noticeId: string;
}

/** What is known of a fault, for whoever asks why nothing came. */
const LONGEST_FAULT = 500;

/** Notices on their way to mailboxes and robots. */
@Injectable()
export class DeliveryRepository {
  /** Its id; null where it was under way already. */
  async insert(tx: TenantTx, noticeId: string, { userId, robotId }: DeliveryTarget): Promise<string | null> {
    const id = tx.newId();
    const count = await tx.execute('INSERT INTO notice_delivery (tenant_id, id, notice_id, user_id, robot_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [tx.tenantId, id, noticeId, userId, robotId]);
    return count > 0 ? id : null;
  }

  /** Held until the transaction ends; undefined where it is done, or gone with its robot or person. */
  async findWaitingForUpdate(tx: Transaction, tenantId: string, id: string): Promise<Delivery | undefined> {
    const rows = await tx.sql<Delivery>(
      `SELECT id, notice_id AS "noticeId", user_id AS "userId", robot_id AS "robotId" FROM notice_delivery WHERE tenant_id = $1 AND id = $2 AND state = 'waiting' FOR UPDATE`,
      [tenantId, id],
    );
    return rows[0];
  }

  async markDelivered(tx: Transaction, tenantId: string, id: string): Promise<void> {
    await tx.execute(`UPDATE notice_delivery SET state = 'delivered', attempts = attempts + 1, last_fault = NULL, finished_at = $3 WHERE tenant_id = $1 AND id = $2`, [tenantId, id, tx.now]);
  }

  /** Notes why a try failed; `isLast` ends it. */
  async noteFault(tx: TenantTx, id: string, fault: string, isLast: boolean): Promise<void> {
    await tx.execute(
      `UPDATE notice_delivery SET attempts = attempts + 1, last_fault = $3, state = CASE WHEN $4 THEN 'failed' ELSE state END, finished_at = CASE WHEN $4 THEN $5::timestamptz END WHERE tenant_id = $1 AND id = $2`,
      [tx.tenantId, id, fault.slice(0, LONGEST_FAULT), isLast, tx.now],
    );
  }
}
