import { randomUUID } from 'node:crypto';
import type { JobDefinition, PayloadOf } from '@tenon/contracts/jobs';
import type { TenantId } from '@tenon/kernel';
import type { PrismaClient } from './generated/prisma/client.js';
import type { OpenTransaction } from './open-transaction.js';
import { promiseJob, promiseToEach } from './promise-job.js';
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
  private cursors = 0;

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

  /**
   * Gives the rows of a query piece by piece, however many there are, as they were when it was first asked: only one piece is
   * ever held. Not in a transaction that only reads by single statements (`TenantDb.read`), which has no place for it.
   */
  async *pieces<Row>(text: string, params: readonly unknown[], size: number): AsyncGenerator<Row[], void, void> {
    const cursor = `tenon_pieces_${(this.cursors += 1)}`;
    await this.execute(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, params);
    for (let more = true; more; ) {
      const rows = await this.sql<Row>(`FETCH ${size} FROM ${cursor}`);
      if (rows.length > 0) yield rows;
      more = rows.length === size;
    }
    await this.execute(`CLOSE ${cursor}`);
  }

  /** Lets all that follows see one state of the database, and write nothing. It must come first. */
  async holdStill(): Promise<void> {
    await this.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
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

  protected async promiseEach<Job extends JobDefinition>(tenantIds: readonly TenantId[], job: Job, payload: PayloadOf<Job>): Promise<void> {
    await promiseToEach(this.open, tenantIds, { job, payload: job.payload.parse(payload) });
  }
}
