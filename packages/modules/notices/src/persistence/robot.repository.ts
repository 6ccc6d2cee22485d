import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { NoticeLanguage } from '@tenon/domain/notices';
import { isUuid, notFound } from '@tenon/kernel';
import type { RobotKind } from '../robots/robot-kind.js';

/** A robot as a company has it. */
export interface Robot {
  readonly id: string;
  readonly kind: RobotKind;
  readonly name: string;
  readonly language: NoticeLanguage;
  /** Where it is, without what would let somebody else speak by it. */
  readonly addressHint: string;
  readonly addressSealed: string;
  readonly noticeKinds: readonly string[];
}

/** A robot as it is kept. */
export interface RobotRow extends Robot {
  /** Tries that failed since one succeeded. */
  readonly failureCount: number;
  readonly pausedAt: Date | null;
  readonly createdAt: Date;
}

const ROW = `SELECT id, kind, name, language, address_hint AS "addressHint", address_sealed AS "addressSealed", notice_kinds AS "noticeKinds",
  failure_count AS "failureCount", paused_at AS "pausedAt", created_at AS "createdAt" FROM notice_robot WHERE tenant_id = $1`;

/** Robots in chats of the transaction's company. */
@Injectable()
export class RobotRepository {
  list(tx: TenantTx): Promise<RobotRow[]> {
    return tx.sql<RobotRow>(`${ROW} ORDER BY created_at, id`, [tx.tenantId]);
  }

  async find(tx: TenantTx, id: string): Promise<RobotRow | undefined> {
    return isUuid(id) ? (await tx.sql<RobotRow>(`${ROW} AND id = $2`, [tx.tenantId, id]))[0] : undefined;
  }

  /** @throws AppError (not-found) ROBOT.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<RobotRow> {
    const robot = await this.find(tx, id);
    if (!robot) throw notFound('ROBOT.NOT_FOUND', 'There is no such robot in the company.');
    return robot;
  }

  /** The same, held until the transaction ends. */
  async getForUpdate(tx: TenantTx, id: string): Promise<RobotRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM notice_robot WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  async insert(tx: TenantTx, robot: Robot): Promise<void> {
    await tx.execute(
      `INSERT INTO notice_robot (tenant_id, id, kind, name, language, address_hint, address_sealed, notice_kinds, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.tenantId, robot.id, robot.kind, robot.name, robot.language, robot.addressHint, robot.addressSealed, robot.noticeKinds, tx.now],
    );
  }

  async save(tx: TenantTx, robot: RobotRow): Promise<void> {
    await tx.execute(
      `UPDATE notice_robot SET name = $3, language = $4, address_hint = $5, address_sealed = $6, notice_kinds = $7, failure_count = $8, paused_at = $9 WHERE tenant_id = $1 AND id = $2`,
      [tx.tenantId, robot.id, robot.name, robot.language, robot.addressHint, robot.addressSealed, robot.noticeKinds, robot.failureCount, robot.pausedAt],
    );
  }

  async delete(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('DELETE FROM notice_robot WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }

  /** Lets one transaction at a time add a robot, until it ends. */
  async lockAll(tx: TenantTx): Promise<void> {
    await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('notice_robot ' || $1, 0))`, [tx.tenantId]);
  }

  /** A message was taken: whatever failed before no longer counts. */
  async noteSuccess(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('UPDATE notice_robot SET failure_count = 0 WHERE tenant_id = $1 AND id = $2 AND failure_count > 0', [tx.tenantId, id]);
  }

  /** Another try failed; pauses the robot at `limit`. Gives its name where this paused it. */
  async noteFailure(tx: TenantTx, id: string, limit: number): Promise<string | null> {
    const [row] = await tx.sql<{ name: string; isPausing: boolean }>(
      `UPDATE notice_robot SET failure_count = failure_count + 1, paused_at = CASE WHEN failure_count + 1 >= $3 THEN coalesce(paused_at, $4) END
       WHERE tenant_id = $1 AND id = $2 AND paused_at IS NULL RETURNING name, paused_at IS NOT NULL AS "isPausing"`,
      [tx.tenantId, id, limit, tx.now],
    );
    return row?.isPausing ? row.name : null;
  }
}
