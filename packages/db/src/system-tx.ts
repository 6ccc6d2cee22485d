import type { AuditAction, AuditDetails } from '@tenon/contracts/audit';
import type { JobDefinition, PayloadOf } from '@tenon/contracts/jobs';
import type { Origin, StaffActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import type { AuditTrail } from './audit-trail.js';
import type { PrismaClient } from './generated/prisma/client.js';
import type { OpenTransaction } from './open-transaction.js';
import { Transaction } from './transaction.js';

declare const unbound: unique symbol;

/** A transaction that sees every company. Only what lint lists may open one, and every opening is counted. */
export class SystemTx extends Transaction {
  declare readonly [unbound]: true;

  constructor(
    prisma: PrismaClient,
    open: OpenTransaction,
    private readonly trail: AuditTrail,
  ) {
    super(prisma, open);
  }

  /** Promises a job of the platform's own. */
  enqueue<Job extends JobDefinition>(job: Job, payload: PayloadOf<Job>): Promise<void> {
    return this.promise(null, job, payload);
  }

  /** Promises a job bound to one company. */
  enqueueFor<Job extends JobDefinition>(tenantId: TenantId, job: Job, payload: PayloadOf<Job>): Promise<void> {
    return this.promise(tenantId, job, payload);
  }

  /** Promises a job to each of some companies, with the same payload. */
  enqueueForEach<Job extends JobDefinition>(tenantIds: readonly TenantId[], job: Job, payload: PayloadOf<Job>): Promise<void> {
    return this.promiseEach(tenantIds, job, payload);
  }

  /** Writes in a company's audit trail what the platform office did or looked at. The company is told that it was the platform; which of its people is kept. */
  auditFor(tenantId: TenantId, staff: StaffActor, action: AuditAction, details: AuditDetails = {}): Promise<void> {
    this.trail.note(tenantId, { kind: 'staff', id: staff.userId, name: 'platform', origin: staff.origin }, action, details);
    return Promise.resolve();
  }

  /** The same of what a person did in their company, before they can act in it. */
  auditOf(tenantId: TenantId, person: { id: string; email: string }, origin: Origin | undefined, action: AuditAction, details: AuditDetails = {}): Promise<void> {
    this.trail.note(tenantId, { kind: 'user', id: person.id, name: person.email, origin }, action, details);
    return Promise.resolve();
  }

  /** The same of what happened by itself, such as money that arrived. */
  auditBySystem(tenantId: TenantId, action: AuditAction, details: AuditDetails = {}): Promise<void> {
    this.trail.note(tenantId, { kind: 'system', id: null, name: 'system', origin: undefined }, action, details);
    return Promise.resolve();
  }
}
