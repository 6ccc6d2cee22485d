import { Injectable } from '@nestjs/common';
import { mailInvitation } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demandNoMore, demandRoomForMail, INVITATION_LASTS_MS, invitationState, type UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { InvitationRepository, type InvitationRow } from '../persistence/invitation.repository.js';
import { demandRoomInHour } from './invitation-limits.js';
import { PeopleDesk } from './people-desk.js';

/** An invitation that nobody has answered, to no more than the actor holds. */
async function unanswered(tx: TenantTx, invitations: InvitationRepository, id: string, permissions: ReadonlySet<string>): Promise<InvitationRow> {
  const invitation = await invitations.getForUpdate(tx, id);
  demandNoMore(permissions, invitation.role.permissions);
  const state = invitationState(invitation, tx.now.getTime());
  if (state === 'accepted' || state === 'revoked') throw conflict('INVITATION.CLOSED', 'The invitation was accepted or taken back.', { state });
  return invitation;
}

/** Sends an invitation once more, with a new link that is good for another seven days; the one before ends. Each repetition sends another. */
@Injectable()
export class ResendInvitation {
  constructor(
    private readonly db: TenantDb,
    private readonly invitations: InvitationRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError INVITATION.NOT_FOUND; (forbidden) ROLE.BEYOND_OWN; (conflict) INVITATION.CLOSED; (limited) INVITATION.TOO_SOON, INVITATION.TOO_MANY_MAILS, INVITATION.TOO_MANY */
  execute(actor: UserActor, id: string): Promise<InvitationRow> {
    return this.db.transaction(actor, async (tx) => {
      const { permissions } = await this.desk.open(tx, actor, 'member:invite');
      const before = await unanswered(tx, this.invitations, id, permissions);
      demandRoomForMail(before, tx.now.getTime());
      await demandRoomInHour(tx, this.invitations);
      const after = await this.invitations.askAgain(tx, id, new Date(tx.now.getTime() + INVITATION_LASTS_MS));
      await tx.audit('invitation.resent', { invitationId: id, email: after.email, before: { expiresAt: before.expiresAt }, after: { expiresAt: after.expiresAt } });
      await tx.enqueue(mailInvitation, { invitationId: id, mailNumber: after.mailsAsked });
      return after;
    });
  }
}

/** Takes an invitation back: its link lets nobody in any more. Repeating it fails with INVITATION.CLOSED. */
@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly db: TenantDb,
    private readonly invitations: InvitationRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError INVITATION.NOT_FOUND; (forbidden) ROLE.BEYOND_OWN; (conflict) INVITATION.CLOSED */
  execute(actor: UserActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const { permissions } = await this.desk.open(tx, actor, 'member:invite');
      const { email, role } = await unanswered(tx, this.invitations, id, permissions);
      await this.invitations.revoke(tx, id);
      await tx.audit('invitation.revoked', { invitationId: id, email, role: role.name ?? role.id });
      return id;
    });
  }
}
