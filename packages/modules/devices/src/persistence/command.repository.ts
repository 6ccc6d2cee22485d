import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { Command, CommandState } from '@tenon/domain/control';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A command as it is kept. */
export interface CommandRow extends Omit<Command, 'expiresInMs'> {
  readonly id: string;
  readonly deviceId: string;
  /** By which the machine knows it. */
  readonly number: number;
  readonly state: CommandState;
  readonly dueAt: Date | null;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly authorId: string;
  readonly authorName: string;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly settledAt: Date | null;
  readonly answer: unknown;
  /** Why it failed: larger than the machine allows, or refused by it. */
  readonly failure: 'too-large' | 'refused' | null;
}

/** What is written when a command is sent. */
export type NewCommand = Omit<CommandRow, 'state' | 'dueAt' | 'sentAt' | 'deliveredAt' | 'settledAt' | 'answer' | 'failure'> & { readonly requestKey: string | null };

const ROW = `id, device_id AS "deviceId", number, method, params, expects_answer AS "expectsAnswer", timeout_ms AS "timeoutMs", expires_at AS "expiresAt", state, due_at AS "dueAt",
  created_at AS "createdAt", author_id AS "authorId", author_name AS "authorName", sent_at AS "sentAt", delivered_at AS "deliveredAt", settled_at AS "settledAt", answer, failure`;

/** Commands to the machines of the transaction's company. */
@Injectable()
export class CommandRepository {
  /** The newest first, one more than the page holds. */
  list(tx: TenantTx, deviceId: string, page: PageRequest): Promise<CommandRow[]> {
    const [number] = page.after ?? [];
    return tx.sql<CommandRow>(`SELECT ${ROW} FROM device_command WHERE tenant_id = $1 AND device_id = $2 AND ($3::int IS NULL OR number < $3) ORDER BY number DESC LIMIT $4`, [
      tx.tenantId,
      deviceId,
      number ?? null,
      page.limit + 1,
    ]);
  }

  /** Held until the transaction ends. @throws AppError (not-found) COMMAND.NOT_FOUND, for another company's too */
  async getForUpdate(tx: TenantTx, id: string): Promise<CommandRow> {
    const [row] = isUuid(id) ? await tx.sql<CommandRow>(`SELECT ${ROW} FROM device_command WHERE tenant_id = $1 AND id = $2 FOR UPDATE`, [tx.tenantId, id]) : [];
    if (!row) throw notFound('COMMAND.NOT_FOUND', 'There is no such command.');
    return row;
  }

  /** The one that was sent under the sender's own name for it. */
  async findByKey(tx: TenantTx, requestKey: string): Promise<CommandRow | undefined> {
    const [row] = await tx.sql<CommandRow>(`SELECT ${ROW} FROM device_command WHERE tenant_id = $1 AND request_key = $2`, [tx.tenantId, requestKey]);
    return row;
  }

  /** How many of a machine wait for it. */
  async countWaiting(tx: TenantTx, deviceId: string): Promise<number> {
    const [row] = await tx.sql<{ count: number }>(`SELECT count(*)::int AS count FROM device_command WHERE tenant_id = $1 AND device_id = $2 AND state = 'queued' AND due_at > $3`, [tx.tenantId, deviceId, tx.now]);
    return row?.count ?? 0;
  }

  /** The next number of a machine's commands; its row must be held. */
  async nextNumber(tx: TenantTx, deviceId: string): Promise<number> {
    const [row] = await tx.sql<{ number: number }>('UPDATE device SET last_command_number = last_command_number + 1 WHERE tenant_id = $1 AND id = $2 RETURNING last_command_number AS number', [tx.tenantId, deviceId]);
    return row?.number ?? 0;
  }

  async insert(tx: TenantTx, command: NewCommand): Promise<CommandRow> {
    const { id, deviceId, number, requestKey, method, params, expectsAnswer, timeoutMs, expiresAt, createdAt, authorId, authorName } = command;
    await tx.execute(
      `INSERT INTO device_command (tenant_id, id, device_id, number, request_key, method, params, expects_answer, timeout_ms, expires_at, due_at, created_at, author_id, author_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13)`,
      [tx.tenantId, id, deviceId, number, requestKey, method, JSON.stringify(params), expectsAnswer, timeoutMs, expiresAt, createdAt, authorId, authorName],
    );
    return this.getForUpdate(tx, id);
  }

  async cancel(tx: TenantTx, id: string): Promise<void> {
    await tx.execute(`UPDATE device_command SET state = 'cancelled', due_at = NULL, settled_at = $3 WHERE tenant_id = $1 AND id = $2`, [tx.tenantId, id, tx.now]);
  }
}
