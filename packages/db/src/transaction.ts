import { randomUUID } from 'node:crypto';
import type { JobDefinition, PayloadOf } from '@tenon/contracts/jobs';
import { OUTBOX_CHANNEL } from '@tenon/contracts/wire';
import type { TenantId } from '@tenon/kernel';
import type pg from 'pg';
import type { PrismaClient } from './generated/prisma/client.js';

/** Prisma inside a transaction: everything but opening another or closing the client. */
export type TransactionPrisma = Omit<PrismaClient, '$transaction' | '$connect' | '$disconnect' | '$on' | '$extends'>;

/** What every transaction offers, whichever door it came through. */
export abstract class Transaction {
  /** The instant of this transaction, one for all it does. */
  readonly now = new Date();

  constructor(
    /** Typed access to the tables Prisma knows. */
    readonly prisma: TransactionPrisma,
    private readonly client: pg.PoolClient,
  ) {}

  /** Runs one SQL statement in this transaction and gives its rows. */
  async sql<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.client.query(text, params as unknown[]);
    return result.rows as Row[];
  }

  /** The same for a statement that runs on every request: planned once a connection, under this name. */
  async prepared<Row>(name: string, text: string, params: readonly unknown[]): Promise<Row[]> {
    const result = await this.client.query({ name, text, values: params as unknown[] });
    return result.rows as Row[];
  }

  /** Runs one statement and gives how many rows it touched. */
  async execute(text: string, params: readonly unknown[] = []): Promise<number> {
    const result = await this.client.query(text, params as unknown[]);
    return result.rowCount ?? 0;
  }

  /** Tells whoever listens on `channel`, when and only when this transaction commits. */
  async notify(channel: string, message: unknown): Promise<void> {
    await this.client.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(message)]);
  }

  /** A new id. */
  newId(): string {
    return randomUUID();
  }

  protected async promise<Job extends JobDefinition>(tenantId: TenantId | null, job: Job, payload: PayloadOf<Job>): Promise<void> {
    const parsed: unknown = job.payload.parse(payload);
    const subject = job.subject?.(parsed) ?? null;
    // One statement: the row, and the wake-up that the relay gets when it commits.
    await this.client.query(
      `WITH put AS (INSERT INTO outbox (tenant_id, job, payload, subject) VALUES ($1, $2, $3, $4)) SELECT pg_notify($5, '')`,
      [tenantId, job.name, JSON.stringify(parsed), subject, OUTBOX_CHANNEL],
    );
  }
}
