import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import type { TenantPermission } from '@tenon/contracts/permissions';
import { SESSION_CHANNEL, type SessionMessage } from '@tenon/contracts/wire';
import type { TenantTx } from '@tenon/db';
import { beyond, demand, demandNotAbove, type UserActor } from '@tenon/domain/identity';
import { permissionsLeft } from '@tenon/domain/life';
import { forbidden } from '@tenon/kernel';
import { InvitationRepository } from '../persistence/invitation.repository.js';
import { MemberRepository, type MemberRow } from '../persistence/member.repository.js';

/** The actor as they stand after everybody else's changes to the company's people, which wait until this one is done. */
export interface Standing {
  readonly member: MemberRow;
  readonly permissions: ReadonlySet<string>;
}

/** What every change to the company's people begins and ends with. */
@Injectable()
export class PeopleDesk {
  constructor(
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    private readonly room: RoomInPlan,
  ) {}

  /**
   * Holds all other changes to the company's people back, and asks once more whether the actor may: they may have been
   * given another role since they were let in.
   * @throws AppError (forbidden) AUTH.FORBIDDEN
   */
  async open(tx: TenantTx, actor: UserActor, permission: TenantPermission | null): Promise<Standing> {
    await this.members.lockAll(tx);
    const member = await this.members.find(tx, actor.userId);
    if (!member) throw forbidden('AUTH.FORBIDDEN', 'You may not do this.', { permission });
    const permissions = permissionsLeft(member.role.permissions, member.place);
    if (permission) demand({ ...actor, permissions }, permission);
    return { member, permissions };
  }

  /** Somebody else of the company, who may do no more than the actor. @throws AppError MEMBER.NOT_FOUND; (forbidden) MEMBER.ABOVE_OWN */
  async below(tx: TenantTx, { permissions }: Standing, userId: string): Promise<MemberRow> {
    const member = await this.members.get(tx, userId);
    demandNotAbove(permissions, member.role.permissions);
    return member;
  }

  /** Lets one more be invited, beside those who may still accept. @throws AppError (limited) QUOTA.REACHED */
  async demandPlace(tx: TenantTx): Promise<void> {
    await this.room.ask(tx, 'members', await this.invitations.countOpen(tx));
  }

  /**
   * Takes back what somebody sent and could not send now: an admin who is let go has often invited another address first.
   * @param left what their role gives now; null where they are gone
   */
  async recall(tx: TenantTx, inviterId: string, left: readonly string[] | null): Promise<void> {
    const may = new Set(left?.includes('member:invite') ? left : []);
    for (const { id, email, role } of await this.invitations.listOfInviter(tx, inviterId)) {
      if (beyond(may, role.permissions).length === 0) continue;
      await this.invitations.revoke(tx, id);
      await tx.audit('invitation.revoked', { invitationId: id, email, role: role.name ?? role.id, because: 'inviter' });
    }
  }

  /** Ends what these people follow live, once this commits; they come back with what they may do now. */
  async tell(tx: TenantTx, userIds: readonly string[]): Promise<void> {
    for (const userId of userIds) await tx.notify(SESSION_CHANNEL, { userId } satisfies SessionMessage);
  }
}
