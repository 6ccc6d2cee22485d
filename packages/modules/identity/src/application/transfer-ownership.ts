import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { MemberRepository, type MemberRow } from '../persistence/member.repository.js';
import { RoleRepository } from '../persistence/role.repository.js';
import { platformRole } from '../persistence/role-row.js';
import { ConfirmPerson } from '../sign-in/confirm-person.js';
import { PeopleDesk } from './people-desk.js';

/** To whom, and what the former owner is afterwards. */
export interface Transfer {
  readonly to: string;
  /** `owner`: both own the company. */
  readonly ownRoleId: string;
  /** Null where having signed in just now must do. */
  readonly password: string | null;
}

/**
 * Hands the company over to somebody in it, in one step: they become an owner, and whoever hands over takes the role they
 * chose. They are asked once more who they are. Handing over to an owner fails with MEMBER.ALREADY_OWNER.
 */
@Injectable()
export class TransferOwnership {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly roles: RoleRepository,
    private readonly desk: PeopleDesk,
    private readonly confirm: ConfirmPerson,
  ) {}

  /** @throws AppError as {@link ConfirmPerson}; MEMBER.NOT_FOUND, ROLE.NOT_FOUND; (conflict) MEMBER.ALREADY_OWNER */
  async execute(actor: UserActor, principal: Principal, { to, ownRoleId, password }: Transfer): Promise<MemberRow> {
    await this.confirm.execute(principal, password);
    return this.db.transaction(actor, async (tx) => {
      const standing = await this.desk.open(tx, actor, 'tenant:transfer');
      const heir = await this.desk.below(tx, standing, to);
      if (heir.role.id === 'owner') throw conflict('MEMBER.ALREADY_OWNER', 'This person is an owner already.');
      const ownRole = await this.roles.get(tx, ownRoleId);
      const owner = platformRole('owner');
      await this.members.setRole(tx, to, owner);
      await this.members.setRole(tx, actor.userId, ownRole);
      await this.desk.recall(tx, actor.userId, ownRole.permissions);
      await this.write(tx, standing.member, heir, ownRole.name ?? ownRole.id);
      return { ...heir, role: owner };
    });
  }

  private async write(tx: TenantTx, from: MemberRow, heir: MemberRow, ownRole: string): Promise<void> {
    await tx.audit('tenant.transferred', {
      memberId: heir.userId,
      before: { [heir.email]: heir.role.name ?? heir.role.id, [from.email]: 'owner' },
      after: { [heir.email]: 'owner', [from.email]: ownRole },
    });
    await this.desk.tell(tx, [heir.userId, from.userId]);
  }
}
