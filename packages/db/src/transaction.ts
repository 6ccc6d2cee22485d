import { randomUUID } from 'node:crypto';
import type { JobDefinition, PayloadOf } from '@tenon/contracts/jobs';
import type { TenantId } from '@tenon/kernel';
import type { PrismaClient } from './generated/prisma/client.js';
import type { OpenTransaction } from './open-transaction.js';
import { promiseJob } from './promise-job.js';
import { askOn } from './routed-pool.js';

/** Prisma inside a transaction: everything but opening another or closing the client. */
export type TransactionPrisma = Omit<PrismaClient, '$transaction' | '$connect' | '$disconnect' | '$on' | '$extends'>;

/** Prisma, asking on this transaction's connection alone. */
function routed(prisma: PrismaClient, open: OpenTransaction): TransactionPrisma {
  const inTransaction = prisma.$extends({
    query: {
      // After BEGIN's answer: Prisma gathers what is looked up by id in one turn of the loop, whoever asks, and that turn is this connection's alone.
      $allOperations: async ({ args, query }) => askOn(await open.connection(), async () => await query(args)),
    },
  });
  // The extension changes where queries go, and nothing that the types say.
  return inTransaction as unknown as TransactionPrisma;
}

/** What every transaction offers, whichever door it came through. */
export abstract class Transaction {
  /** The instant of this transaction, one for all it does. */
  readonly now = new Date();

  private typed: TransactionPrisma | undefined;

  constructor(
    private readonly unrouted: PrismaClient,
    private readonly open: OpenTransaction,
  ) {}

  /** Typed access to the tables Prisma knows. */
  get prisma(): TransactionPrisma {
    return (this.typed ??= routed(this.unrouted, this.open));
  }

  /** Runs one SQL statement in this transaction and gives its rows. */
  async sql<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.open.ask({ text, values: [...params] });
    return result.rows as Row[];
  }

  /** The same for a statement that runs on every request: planned once a connection, under this name. */
  async prepared<Row>(name: string, text: string, params: readonly unknown[]): Promise<Row[]> {
    const result = await this.open.ask({ name, text, values: [...params] });
    return result.rows as Row[];
  }

  /** Runs one statement and gives how many rows it touched. */
  async execute(text: string, params: readonly unknown[] = []): Promise<number> {
    const result = await this.open.ask({ text, values: [...params] });
    return result.rowCount ?? 0;
  }

  /** Tells whoever listens on `channel`, when and only when this transaction commits. */
  async notify(channel: string, message: unknown): Promise<void> {
    await this.open.ask({ text: 'SELECT pg_notify($1, $2)', values: [channel, JSON.stringify(message)] });
  }

  /** A new id. */
  newId(): string {
    return randomUUID();
  }

  protected async promise<Job extends JobDefinition>(tenantId: TenantId | null, job: Job, payload: PayloadOf<Job>): Promise<void> {
    await promiseJob(this.open, { tenantId, job, payload: job.payload.parse(payload) });
  }
}
