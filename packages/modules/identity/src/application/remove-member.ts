import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { mailRemoval } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demandOwnerRemains, type UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { MemberRepository } from '../persistence/member.repository.js';
import { PeopleDesk } from './people-desk.js';

/**
 * Takes somebody out of the company: from their next request on they see nothing of it, and what they follow live ends.
 * A mail tells them, as nothing inside reaches them any more.
 * What they did stays in the audit trail. Repeating it fails with MEMBER.NOT_FOUND.
 */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError MEMBER.NOT_FOUND; (forbidden) MEMBER.ABOVE_OWN; (conflict) MEMBER.LAST_OWNER, and MEMBER.SELF: one leaves oneself */
  execute(actor: UserActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const standing = await this.desk.open(tx, actor, 'member:remove');
      if (id === actor.userId) throw conflict('MEMBER.SELF', 'Leave the company instead.');
      const { email, name, role } = await this.desk.below(tx, standing, id);
      if (role.id === 'owner') demandOwnerRemains(await this.members.ownerIds(tx), id);
      await this.members.delete(tx, id);
      await tx.audit('member.removed', { memberId: id, email, name, role: role.name ?? role.id });
      await raise(tx, actor, { userId: id, name: name || email, role: role.name ?? role.id });
      await tx.enqueue(mailRemoval, { mailId: tx.newId(), email });
      await this.desk.recall(tx, id, null);
      await this.desk.tell(tx, [id]);
      return id;
    });
  }
}

/** Leaves the company one is in. The last owner cannot; whoever left is asked for another company by their next page. */
@Injectable()
export class LeaveCompany {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError (conflict) MEMBER.LAST_OWNER */
  execute(actor: UserActor): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { member } = await this.desk.open(tx, actor, null);
      const { email, name, role } = member;
      if (role.id === 'owner') demandOwnerRemains(await this.members.ownerIds(tx), actor.userId);
      await this.members.delete(tx, actor.userId);
      await tx.audit('member.left', { memberId: actor.userId, email, name, role: role.name ?? role.id });
      await raise(tx, actor, { userId: actor.userId, name: name || email, role: role.name ?? role.id });
      await this.desk.recall(tx, actor.userId, null);
      await this.desk.tell(tx, [actor.userId]);
    });
  }
}

/** Those who look after the company's people hear that somebody is gone. */
async function raise(tx: TenantTx, actor: UserActor, { userId, ...facts }: { userId: string; name: string; role: string }): Promise<void> {
  await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'member.removed', personId: userId, actorId: actor.userId, subjectId: userId, facts });
}
