import { noticeRaised } from '@tenon/contracts/events';
import type { SystemTx } from '@tenon/db';
import type { Origin, StaffActor } from '@tenon/domain/identity';
import { settleImpersonations, type ImpersonationRow } from '../persistence/impersonation.repository.js';

const accessOf = (mayWrite: boolean): string => (mayWrite ? 'write' : 'read');

/** Tells a company in its trail, and its owners in their inboxes, that somebody of the office began to look at it as they do, and what for. */
export async function tellBegun(tx: SystemTx, staff: StaffActor, look: Pick<ImpersonationRow, 'id' | 'tenantId' | 'reason' | 'mayWrite' | 'endsAt'>, minutes: number): Promise<void> {
  const { id, tenantId, reason, mayWrite } = look;
  await tx.auditFor(tenantId, staff, 'impersonation.begun', { impersonationId: id, reason, access: accessOf(mayWrite), endsAt: look.endsAt.toISOString() });
  await tx.enqueueFor(tenantId, noticeRaised, { noticeId: tx.newId(), kind: 'impersonation.begun', subjectId: id, facts: { reason, minutes: String(minutes), access: accessOf(mayWrite) } });
}

/** Tells of those that have ended: how, and how often each operation was asked. @param staffId of one person alone; null for all */
export async function tellEnded(tx: SystemTx, staffId: string | null, origin: Origin | undefined): Promise<void> {
  for (const look of await settleImpersonations(tx, staffId)) await tellEnd(tx, look, origin);
}

async function tellEnd(tx: SystemTx, { id, tenantId, reason, mayWrite, endedBy, operations, ...look }: ImpersonationRow, origin: Origin | undefined): Promise<void> {
  const staff: StaffActor = { kind: 'staff', userId: look.staffId, email: look.staffEmail, name: '', permissions: new Set(), ...(origin && { origin }) };
  const endedAt = (look.endedAt ?? look.endsAt).toISOString();
  await tx.auditFor(tenantId, staff, 'impersonation.ended', { impersonationId: id, reason, access: accessOf(mayWrite), endedAt, endedBy, operations });
  const asked = Object.values(operations).reduce((sum, count) => sum + count, 0);
  await tx.enqueueFor(tenantId, noticeRaised, { noticeId: tx.newId(), kind: 'impersonation.ended', subjectId: id, facts: { reason, access: accessOf(mayWrite), asked: String(asked) } });
}
