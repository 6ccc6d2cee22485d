import type { AuditAction, AuditDetails } from '@tenon/contracts/audit';
import { noticeRaised } from '@tenon/contracts/events';
import type { SystemTx, TenantTx } from '@tenon/db';
import type { NoticeKind } from '@tenon/domain/notices';
import type { StaffActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';

/** By whom something is told: in the company's trail, and to its people. */
export interface Voice {
  audit(action: AuditAction, details: AuditDetails): Promise<void>;
  raise(kind: NoticeKind, facts: Readonly<Record<string, string>>): Promise<void>;
}

/** Somebody of the company, or the platform as days pass. */
export function voiceInCompany(tx: TenantTx): Voice {
  return {
    audit: (action, details) => tx.audit(action, details),
    raise: (kind, facts) => tx.publish(noticeRaised, { noticeId: tx.newId(), kind, subjectId: tx.tenantId, facts }),
  };
}

/** The platform by itself, as when money arrives. */
export function voiceOfPlatform(tx: SystemTx, tenantId: TenantId): Voice {
  return { audit: (action, details) => tx.auditBySystem(tenantId, action, details), raise: raiseIn(tx, tenantId) };
}

/** Somebody of the office. */
export function voiceOfOffice(tx: SystemTx, staff: StaffActor, tenantId: TenantId): Voice {
  return { audit: (action, details) => tx.auditFor(tenantId, staff, action, details), raise: raiseIn(tx, tenantId) };
}

const raiseIn =
  (tx: SystemTx, tenantId: TenantId): Voice['raise'] =>
  (kind, facts) => tx.enqueueFor(tenantId, noticeRaised, { noticeId: tx.newId(), kind, subjectId: tenantId, facts });
