import type { JobDefinition, PayloadOf } from '@tenon/contracts/jobs';
import type { StaffActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import { Transaction } from './transaction.js';

declare const unbound: unique symbol;

/** A transaction that sees every company. Only what lint lists may open one, and every opening is counted. */
export class SystemTx extends Transaction {
  declare readonly [unbound]: true;

  /** Promises a job of the platform's own. */
  enqueue<Job extends JobDefinition>(job: Job, payload: PayloadOf<Job>): Promise<void> {
    return this.promise(null, job, payload);
  }

  /** Promises a job bound to one company. */
  enqueueFor<Job extends JobDefinition>(tenantId: TenantId, job: Job, payload: PayloadOf<Job>): Promise<void> {
    return this.promise(tenantId, job, payload);
  }

  /** Writes in a company's audit trail what the platform office did or looked at. */
  async auditFor(tenantId: TenantId, staff: StaffActor, action: string, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.sql(`INSERT INTO audit_entry (tenant_id, action, actor_kind, actor_id, actor, details) VALUES ($1, $2, 'staff', $3, 'platform', $4)`, [
      tenantId,
      action,
      staff.userId,
      JSON.stringify(details),
    ]);
  }
}
