import type { AuditAction, AuditDetails } from '@tenon/contracts/audit';
import type { JobDefinition, PayloadOf } from '@tenon/contracts/jobs';
import type { TenantActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import type { AuditTrail, TrailActor } from './audit-trail.js';
import type { PrismaClient } from './generated/prisma/client.js';
import type { OpenTransaction } from './open-transaction.js';
import { Transaction } from './transaction.js';

declare const bound: unique symbol;

/** A transaction bound to one company. Repositories take only this, so a query outside a tenant does not compile. */
export class TenantTx extends Transaction {
  declare readonly [bound]: true;

  constructor(
    readonly actor: TenantActor,
    prisma: PrismaClient,
    open: OpenTransaction,
    private readonly trail: AuditTrail,
  ) {
    super(prisma, open);
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

  /**
   * Writes an entry in the company's audit trail, which commits with this change or not at all. `details` has the ids of
   * things by their names (`deviceId`), and `before` and `after` of what changed; never a secret.
   */
  audit(action: AuditAction, details: AuditDetails = {}): Promise<void> {
    this.trail.note(this.tenantId, trailActor(this.actor), action, this.actor.kind === 'impersonator' ? { ...details, impersonationId: this.actor.impersonationId } : details);
    return Promise.resolve();
  }
}

function trailActor(actor: TenantActor): TrailActor {
  const { kind, origin } = actor;
  if (kind === 'user') return { kind, id: actor.userId, name: actor.email, origin };
  // As SystemTx.auditFor has it: that it was the platform, and which of its people is kept.
  if (kind === 'impersonator') return { kind: 'staff', id: actor.userId, name: 'platform', origin };
  if (kind === 'api-key') return { kind, id: actor.keyId, name: actor.name, origin };
  if (kind === 'machine') return { kind, id: actor.deviceId, name: actor.name, origin };
  return { kind, id: kind === 'app' ? actor.subscriptionId : null, name: kind, origin };
}
