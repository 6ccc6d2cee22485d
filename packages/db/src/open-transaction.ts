import { bug } from '@tenon/kernel';
import type pg from 'pg';
import { askBound } from './bound-query.js';

/** How a transaction begins. */
export interface Beginning {
  /** BEGIN, and what is set in the same round trip. */
  readonly begin: string;
  /** Whether the first statement is sent right behind BEGIN. Should BEGIN fail, it must do no harm. */
  readonly isEager: boolean;
}

/** A transaction, on the connection that is its own until it ends. It begins when something is asked. */
export class OpenTransaction {
  private begun: Promise<unknown> | undefined;
  private isOver = false;

  constructor(
    protected readonly held: pg.PoolClient,
    private readonly beginning: Beginning,
  ) {}

  /** Sends one statement. @throws AppError (bug) DB.OUTSIDE_TRANSACTION when the transaction has ended */
  async ask(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    const begun = this.mustBegin();
    if (!this.beginning.isEager) await begun;
    return this.held.query(statement);
  }

  /** The connection, for whoever asks in ways of their own. @throws AppError (bug) DB.OUTSIDE_TRANSACTION when the transaction has ended */
  async connection(): Promise<pg.PoolClient> {
    await this.mustBegin();
    return this.held;
  }

  /** Commits. Nothing may be asked any more: the connection may be another company's soon. */
  async end(): Promise<void> {
    this.isOver = true;
    if (!this.begun) return;
    await this.begun;
    await this.held.query('COMMIT');
  }

  /** Takes back what was not committed. @returns what failed first: where BEGIN did, the rest failed because of that */
  async abandon(fault: unknown): Promise<unknown> {
    this.isOver = true;
    const [begun] = await Promise.allSettled([this.begun]);
    await this.held.query('ROLLBACK');
    return begun.status === 'rejected' ? (begun.reason as unknown) : fault;
  }

  protected get hasBegun(): boolean {
    return this.begun !== undefined;
  }

  protected mustBeOpen(): void {
    if (this.isOver) throw bug('DB.OUTSIDE_TRANSACTION', 'A query ran outside a transaction.');
  }

  private mustBegin(): Promise<unknown> {
    this.mustBeOpen();
    return (this.begun ??= this.begin());
  }

  private begin(): Promise<unknown> {
    // What is written in this turn of the loop goes as one packet.
    const { stream } = this.held.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    const begun = this.held.query(this.beginning.begin);
    // Looked at by whoever asks and at the end; until then its failure is not one that nobody looks at.
    begun.catch(() => undefined);
    return begun;
  }
}

/**
 * A transaction that reads. Each statement is one of its own, in one round trip: as what is committed is seen statement
 * by statement anyway, nobody can tell. Only who asks in ways of their own is given one that stays open.
 */
export class OpenReading extends OpenTransaction {
  constructor(
    held: pg.PoolClient,
    beginning: Beginning,
    private readonly tenantId: string,
  ) {
    super(held, beginning);
  }

  override async ask(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    this.mustBeOpen();
    return this.hasBegun ? super.ask(statement) : askBound(this.held, this.tenantId, statement);
  }
}
