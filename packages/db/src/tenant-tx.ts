import type { JobDefinition, PayloadOf } from '@tenon/contracts/jobs';
import type { TenantActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import type pg from 'pg';
import { Transaction, type TransactionPrisma } from './transaction.js';

declare const bound: unique symbol;

/** A transaction bound to one company. Repositories take only this, so a query outside a tenant does not compile. */
export class TenantTx extends Transaction {
  declare readonly [bound]: true;

  constructor(
    readonly actor: TenantActor,
    prisma: TransactionPrisma,
    client: pg.PoolClient,
  ) {
    super(prisma, client);
  }

  get tenantId(): TenantId {
    return this.actor.tenantId;
  }

  /** Promises a job that commits with this change or not at all. */
  enqueue<Job extends JobDefinition>(job: Job, payload: PayloadOf<Job>): Promise<void> {
    return this.promise(this.tenantId, job, payload);
  }

  /** Publishes an event that commits with this change or not at all. */
  publish<Event extends JobDefinition>(event: Event, payload: PayloadOf<Event>): Promise<void> {
    return this.promise(this.tenantId, event, payload);
  }

  /** Writes an entry in the company's audit trail. `action` is `noun.verb-past`, for example `device.renamed`. */
  async audit(action: string, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.sql(`INSERT INTO audit_entry (tenant_id, action, actor_kind, actor_id, actor, details) VALUES ($1, $2, $3, $4, $5, $6)`, [
      this.tenantId,
      action,
      this.actor.kind,
      actorId(this.actor),
      this.actor.kind === 'user' ? this.actor.email : this.actor.kind,
      JSON.stringify(details),
    ]);
  }
}

function actorId(actor: TenantActor): string | null {
  if (actor.kind === 'user') return actor.userId;
  return actor.kind === 'app' ? actor.subscriptionId : null;
}
