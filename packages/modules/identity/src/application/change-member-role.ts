import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { TenantDb } from '@tenon/db';
import { demandNoMore, demandOwnerRemains, type UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { MemberRepository, type MemberRow } from '../persistence/member.repository.js';
import { RoleRepository } from '../persistence/role.repository.js';
import { PeopleDesk } from './people-desk.js';

/**
 * Gives somebody of the company another role, oneself too: no more than the actor holds, and to nobody who may do more
 * than they. What the person follows live begins anew. Giving the role they have changes nothing.
 */
@Injectable()
export class ChangeMemberRole {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly roles: RoleRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError MEMBER.NOT_FOUND, ROLE.NOT_FOUND; (forbidden) MEMBER.ABOVE_OWN, ROLE.BEYOND_OWN; (conflict) MEMBER.LAST_OWNER, ROLE.OWNER_BY_TRANSFER */
  execute(actor: UserActor, { id, roleId }: { id: string; roleId: string }): Promise<MemberRow> {
    return this.db.transaction(actor, async (tx) => {
      const standing = await this.desk.open(tx, actor, 'member:update');
      const before = await this.desk.below(tx, standing, id);
      const role = await this.roles.get(tx, roleId);
      if (role.id === before.role.id) return before;
      demandNoMore(standing.permissions, role.permissions);
      if (role.id === 'owner') throw conflict('ROLE.OWNER_BY_TRANSFER', 'An owner is made by handing over the company.');
      if (before.role.id === 'owner') demandOwnerRemains(await this.members.ownerIds(tx), id);
      await this.members.setRole(tx, id, role);
      const change = { before: before.role.name ?? before.role.id, after: role.name ?? role.id };
      await tx.audit('member.role-changed', { memberId: id, email: before.email, ...change });
      await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'member.role-changed', personId: id, actorId: actor.userId, subjectId: id, facts: change });
      await this.desk.recall(tx, id, role.permissions);
      await this.desk.tell(tx, [id]);
      return { ...before, role };
    });
  }
}
