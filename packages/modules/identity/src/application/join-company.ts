import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { noticeRaised } from '@tenon/contracts/events';
import { TenantDb, type TenantTx } from '@tenon/db';
import { invitationState, type Origin, type UserActor } from '@tenon/domain/identity';
import { CONSEQUENCES } from '@tenon/domain/life';
import { AppError, conflict, forbidden, userId } from '@tenon/kernel';
import type { LinkedInvitation } from '../persistence/invitation-link.repository.js';
import { InvitationRepository, type InvitationRow } from '../persistence/invitation.repository.js';
import { MemberRepository } from '../persistence/member.repository.js';
import { demandAccount } from '../persistence/person-lock.js';
import { TenantRepository } from '../persistence/tenant.repository.js';

/** Whoever joins. */
export interface Joiner {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly origin: Origin;
}

const NO_PERMISSIONS: ReadonlySet<string> = new Set();

/**
 * Makes whoever was invited a member, as the invitation says. Repeating it changes nothing: it was they who accepted.
 * Somebody who belongs to the company already keeps the role they have, and the invitation is done.
 */
@Injectable()
export class JoinCompany {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    private readonly tenants: TenantRepository,
    private readonly room: RoomInPlan,
  ) {}

  /** @throws AppError (conflict) INVITATION.EXPIRED, INVITATION.REVOKED, INVITATION.ACCEPTED by somebody else; (forbidden) AUTH.TENANT_SUSPENDED where it may change nothing; (limited) QUOTA.REACHED */
  async execute(joiner: Joiner, { tenantId, id }: Pick<LinkedInvitation, 'tenantId' | 'id'>): Promise<void> {
    const actor: UserActor = { kind: 'user', userId: userId(joiner.id), email: joiner.email, name: joiner.name, tenantId, permissions: NO_PERMISSIONS, origin: joiner.origin };
    await this.db.transaction(actor, async (tx) => {
      await demandAccount(tx, joiner.id);
      await this.members.lockAll(tx);
      const invitation = await this.invitations.getForUpdate(tx, id);
      if (invitation.acceptedBy === joiner.id) return;
      demandOpen(invitation, tx.now);
      if (!CONSEQUENCES[(await this.tenants.get(tx)).state].writes) throw forbidden('AUTH.TENANT_SUSPENDED', 'The company is suspended or closed: nobody joins it.');
      await this.invitations.accept(tx, id, joiner.id);
      await this.join(tx, joiner, invitation);
    });
  }

  private async join(tx: TenantTx, joiner: Joiner, { id, role }: InvitationRow): Promise<void> {
    if (await this.members.find(tx, joiner.id)) return;
    await this.room.take(tx, 'members');
    await this.members.insert(tx, { userId: joiner.id, email: joiner.email, name: joiner.name, role });
    await tx.audit('member.joined', { memberId: joiner.id, email: joiner.email, role: role.name ?? role.id, invitationId: id });
    await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'member.joined', actorId: joiner.id, subjectId: joiner.id, facts: { name: joiner.name || joiner.email, role: role.name ?? role.id } });
  }
}

const WHY_NOT = { expired: 'It is too old.', revoked: 'It was taken back.', accepted: 'Somebody accepted it.' } as const;

/** @throws AppError (conflict) INVITATION.EXPIRED, INVITATION.REVOKED, INVITATION.ACCEPTED */
export function demandOpen(invitation: InvitationRow, now: Date): void {
  const state = invitationState(invitation, now.getTime());
  if (state !== 'open') throw notOpen(state);
}

function notOpen(state: keyof typeof WHY_NOT): AppError {
  return conflict(`INVITATION.${state.toUpperCase()}`, WHY_NOT[state]);
}
