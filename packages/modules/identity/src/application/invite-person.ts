import { Injectable } from '@nestjs/common';
import { mailInvitation } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demandNoMore, INVITATION_LASTS_MS, invitationState, type MailLanguage, type UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { InvitationRepository, type InvitationRow } from '../persistence/invitation.repository.js';
import { MemberRepository } from '../persistence/member.repository.js';
import { RoleRepository } from '../persistence/role.repository.js';
import { readEmail } from '../sign-in/credentials.js';
import { demandRoomInHour } from './invitation-limits.js';
import { PeopleDesk } from './people-desk.js';

/** Whom to invite, and as what. */
export interface Invite {
  readonly email: string;
  readonly roleId: string;
  readonly language: MailLanguage;
}

/**
 * Asks somebody by mail to join the company. Nobody invites to more than they hold, and nobody invites an owner. Repeating
 * it while the invitation is open fails with INVITATION.EXISTS; one that expired makes room for the new one.
 */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly roles: RoleRepository,
    private readonly invitations: InvitationRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError AUTH.EMAIL_MALFORMED, ROLE.NOT_FOUND; (forbidden) ROLE.BEYOND_OWN; (conflict) ROLE.OWNER_BY_TRANSFER, MEMBER.ALREADY_THERE, INVITATION.EXISTS; (limited) INVITATION.TOO_MANY, QUOTA.REACHED */
  execute(actor: UserActor, { email: typed, roleId, language }: Invite): Promise<InvitationRow> {
    const email = readEmail(typed);
    return this.db.transaction(actor, async (tx) => {
      const { permissions, member } = await this.desk.open(tx, actor, 'member:invite');
      const role = await this.roles.get(tx, roleId);
      demandNoMore(permissions, role.permissions);
      if (role.id === 'owner') throw conflict('ROLE.OWNER_BY_TRANSFER', 'An owner is made by handing over the company.');
      await this.makeRoom(tx, email);
      const expiresAt = new Date(tx.now.getTime() + INVITATION_LASTS_MS);
      const invitation = await this.invitations.insert(tx, { email, role, language, invitedBy: actor.userId, inviterName: member.name, expiresAt });
      await tx.audit('invitation.sent', { invitationId: invitation.id, email, role: role.name ?? role.id });
      await tx.enqueue(mailInvitation, { invitationId: invitation.id, mailNumber: invitation.mailsAsked });
      return invitation;
    });
  }

  private async makeRoom(tx: TenantTx, email: string): Promise<void> {
    if (await this.members.hasEmail(tx, email)) throw conflict('MEMBER.ALREADY_THERE', 'This person belongs to the company already.');
    const former = await this.invitations.findUnanswered(tx, email);
    if (former && invitationState(former, tx.now.getTime()) === 'open') throw conflict('INVITATION.EXISTS', 'This person is invited already.', { invitationId: former.id });
    await this.desk.demandPlace(tx);
    await demandRoomInHour(tx, this.invitations);
    if (former) await this.invitations.revoke(tx, former.id);
  }
}
