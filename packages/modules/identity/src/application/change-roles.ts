import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demandNoMore, type UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { MemberRepository } from '../persistence/member.repository.js';
import { RoleRepository } from '../persistence/role.repository.js';
import type { RoleRow } from '../persistence/role-row.js';
import { PeopleDesk } from './people-desk.js';
import { RoleHolders } from './role-holders.js';
import { readRole, type WantedRole } from './role-words.js';

const MOST_ROLES = 50;

const facts = ({ name, description, permissions }: RoleRow): object => ({ name, description, permissions });

/** Makes a role of the company's own, of no more than its maker holds. Doing it twice fails with ROLE.NAME_TAKEN. */
@Injectable()
export class CreateRole {
  constructor(
    private readonly db: TenantDb,
    private readonly roles: RoleRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError as {@link readRole}; (forbidden) ROLE.BEYOND_OWN; (conflict) ROLE.NAME_TAKEN; (limited) ROLE.TOO_MANY */
  execute(actor: UserActor, wanted: WantedRole): Promise<RoleRow> {
    const words = readRole(wanted);
    return this.db.transaction(actor, async (tx) => {
      const { permissions } = await this.desk.open(tx, actor, 'role:create');
      demandNoMore(permissions, words.permissions);
      if ((await this.roles.countOwn(tx)) >= MOST_ROLES) throw conflict('ROLE.TOO_MANY', `A company has at most ${MOST_ROLES} roles of its own.`, { limit: MOST_ROLES });
      const role = await this.roles.insert(tx, words);
      await tx.audit('role.created', { roleId: role.id, after: facts(role) });
      return role;
    });
  }
}

/**
 * Changes a role of the company's own, for everybody who has it, at once. Neither what it was nor what it becomes may be
 * more than the actor holds. Repeating it changes nothing more.
 */
@Injectable()
export class UpdateRole {
  constructor(
    private readonly db: TenantDb,
    private readonly roles: RoleRepository,
    private readonly members: MemberRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError as {@link readRole}; ROLE.NOT_FOUND; (forbidden) ROLE.BEYOND_OWN; (conflict) ROLE.BUILT_IN, ROLE.NAME_TAKEN */
  execute(actor: UserActor, { id, ...wanted }: WantedRole & { id: string }): Promise<RoleRow> {
    const words = readRole(wanted);
    return this.db.transaction(actor, async (tx) => {
      const { permissions } = await this.desk.open(tx, actor, 'role:update');
      const before = await this.roles.getOwn(tx, id);
      demandNoMore(permissions, [...before.permissions, ...words.permissions]);
      const after = await this.roles.update(tx, id, words);
      await tx.audit('role.updated', { roleId: id, before: facts(before), after: facts(after) });
      await this.desk.tell(tx, await this.members.idsWithRole(tx, id));
      return after;
    });
  }
}

/** Deletes a role of the company's own that nobody has, nobody is invited to and single sign-on gives nobody. Repeating it fails with ROLE.NOT_FOUND. */
@Injectable()
export class DeleteRole {
  constructor(
    private readonly db: TenantDb,
    private readonly roles: RoleRepository,
    private readonly holders: RoleHolders,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError ROLE.NOT_FOUND; (forbidden) ROLE.BEYOND_OWN; (conflict) ROLE.BUILT_IN, ROLE.IN_USE with how many have it, ROLE.GIVEN_BY_SSO */
  execute(actor: UserActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const { permissions } = await this.desk.open(tx, actor, 'role:delete');
      const role = await this.roles.getOwn(tx, id);
      demandNoMore(permissions, role.permissions);
      await this.holders.demandNone(tx, id);
      await this.roles.delete(tx, id);
      await tx.audit('role.deleted', { roleId: id, before: facts(role) });
      return id;
    });
  }
}
