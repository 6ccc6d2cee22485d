import { PrismaPg } from '@prisma/adapter-pg';
import type { StaffActor, TenantActor } from '@tenon/domain/identity';
import { bug, isUuid, unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { AuditTrail } from './audit-trail.js';
import { prepareBinding } from './bound-query.js';
import { PrismaClient } from './generated/prisma/client.js';
import { HealthLedger } from './health-ledger.js';
import { OpenReading, OpenTransaction } from './open-transaction.js';
import { createPool } from './pools.js';
import { RoutedPool } from './routed-pool.js';
import { runTransaction } from './run-transaction.js';
import { SystemAccessLedger } from './system-access-ledger.js';
import { SystemTx } from './system-tx.js';
import { TenantTx } from './tenant-tx.js';

export interface DatabaseOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** Connections for tenant transactions; the exit has a few of its own. */
  readonly max?: number;
}

/** The one door: transactions bound to the actor's company. */
export abstract class TenantDb {
  /** Runs `work` in a transaction that sees and touches only the actor's company. */
  abstract transaction<T>(actor: TenantActor, work: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** The same where nothing is written, which the database sees to. Sooner done: each statement is a round trip with all that goes with it. */
  abstract read<T>(actor: TenantActor, work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

/** The one exit: transactions that see every company. Who may import it is listed in the lint rules. */
export abstract class SystemDb {
  /** Runs `work` across companies. `reason` is a fixed phrase; each use is counted under it. */
  abstract run<T>(reason: string, work: (tx: SystemTx) => Promise<T>): Promise<T>;
  /** The same, for a person of the platform office. */
  abstract runAs<T>(staff: StaffActor, reason: string, work: (tx: SystemTx) => Promise<T>): Promise<T>;
}

/** Both doors on one PostgreSQL, and what closes them. */
export interface Database {
  readonly tenant: TenantDb;
  readonly system: SystemDb;
  /** Where this process notes how long things took, and what went wrong. */
  readonly health: HealthLedger;
  /** Resolves while the database answers. @throws AppError (unavailable) DB.UNAVAILABLE */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database for a process. */
export function openDatabase(options: DatabaseOptions): Database {
  const onError = (error: Error): void => options.log.warn('db.idle-connection-lost', { error });
  const appPool = createPool({ databaseUrl: options.databaseUrl, role: 'tenon_app', max: options.max ?? 10, isPipelined: true, prepare: prepareBinding, onError });
  const systemPool = createPool({ databaseUrl: options.databaseUrl, role: 'tenon_system', max: 4, onError });
  const prisma = new PrismaClient({ adapter: new PrismaPg(new RoutedPool()) });
  const ledger = new SystemAccessLedger(systemPool, options.log);
  const health = new HealthLedger(systemPool, options.log);
  return {
    tenant: new PoolTenantDb(appPool, prisma),
    system: new PoolSystemDb(systemPool, prisma, ledger),
    health,
    ping: () => ping(appPool),
    close: async () => {
      await ledger.close();
      await health.close();
      await prisma.$disconnect();
      await Promise.all([appPool.end(), systemPool.end()]);
    },
  };
}

/** Resolves while what is behind a pool answers. @throws AppError (unavailable) DB.UNAVAILABLE */
export async function ping(pool: pg.Pool): Promise<void> {
  try {
    await pool.query('SELECT 1');
  } catch {
    throw unavailable('DB.UNAVAILABLE', 'The database cannot be reached just now.');
  }
}

class PoolTenantDb extends TenantDb {
  constructor(
    private readonly pool: pg.Pool,
    private readonly prisma: PrismaClient,
  ) {
    super();
  }

  async transaction<T>(actor: TenantActor, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    // Should BEGIN fail, the statement sent behind it runs unbound: it sees no company's rows and may write none.
    const beginning = { begin: `BEGIN; ${binding(actor)}`, isEager: true };
    return audited(this.pool, (client) => new OpenTransaction(client, beginning), (open, trail) => work(new TenantTx(actor, this.prisma, open, trail)));
  }

  async read<T>(actor: TenantActor, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    const beginning = { begin: `BEGIN READ ONLY; ${binding(actor)}`, isEager: true };
    return audited(this.pool, (client) => new OpenReading(client, beginning, actor.tenantId), (open, trail) => work(new TenantTx(actor, this.prisma, open, trail)));
  }
}

/** The id goes into SQL text so that BEGIN and the binding are one round trip; it must be exactly a uuid. */
function binding({ tenantId }: TenantActor): string {
  if (!isUuid(tenantId)) throw bug('DB.TENANT_ID', 'A tenant id is not a uuid.');
  return `SET LOCAL tenon.tenant_id = '${tenantId}'`;
}

class PoolSystemDb extends SystemDb {
  constructor(
    private readonly pool: pg.Pool,
    private readonly prisma: PrismaClient,
    private readonly ledger: SystemAccessLedger,
  ) {
    super();
  }

  run<T>(reason: string, work: (tx: SystemTx) => Promise<T>): Promise<T> {
    this.ledger.count(reason);
    return audited(this.pool, (client) => new OpenTransaction(client, { begin: 'BEGIN', isEager: false }), (open, trail) => work(new SystemTx(this.prisma, open, trail)));
  }

  runAs<T>(staff: StaffActor, reason: string, work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.run(`${reason} (${staff.email})`, work);
  }
}

/** A transaction that writes down what it noted for audit trails as its last act. */
function audited<T>(pool: pg.Pool, openOn: (client: pg.PoolClient) => OpenTransaction, work: (open: OpenTransaction, trail: AuditTrail) => Promise<T>): Promise<T> {
  return runTransaction(pool, openOn, async (open) => {
    const trail = new AuditTrail();
    const result = await work(open, trail);
    await trail.write(open);
    return result;
  });
}
