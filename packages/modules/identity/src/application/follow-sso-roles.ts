import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { TenantDb, type TenantTx } from '@tenon/db';
import { roleByRules } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import { MemberRepository, type MemberRow } from '../persistence/member.repository.js';
import type { RoleRow } from '../persistence/role-row.js';
import { SsoAdmissionRepository } from '../persistence/sso-admission.repository.js';
import { asActor, type SsoJoiner } from './join-by-sso.js';
import { PeopleDesk } from './people-desk.js';

/** Gives somebody whom single sign-on let in the role that the rules say now. Others keep theirs, and so do owners, whose role no rule gave; without rules everybody does. Repeating it changes nothing more. */
@Injectable()
export class FollowSsoRoles {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly admissions: SsoAdmissionRepository,
    private readonly desk: PeopleDesk,
  ) {}

  async execute(person: SsoJoiner, tenantId: TenantId): Promise<void> {
    await this.db.transaction(asActor(person, tenantId), async (tx) => {
      await this.members.lockAll(tx);
      const before = await this.members.find(tx, person.userId);
      const role = before && (await this.roleNow(tx, before, person.values));
      if (!role) return;
      await this.members.setRole(tx, person.userId, role);
      const change = { before: before.role.name ?? before.role.id, after: role.name ?? role.id };
      await tx.audit('member.role-changed', { memberId: person.userId, email: before.email, ...change, because: 'single-sign-on' });
      await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'member.role-changed', personId: person.userId, subjectId: person.userId, facts: change });
      await this.desk.recall(tx, person.userId, role.permissions);
      await this.desk.tell(tx, [person.userId]);
    });
  }

  /** The role that they are to have; undefined where it stays. */
  private async roleNow(tx: TenantTx, { userId, role }: MemberRow, values: readonly string[]): Promise<RoleRow | undefined> {
    const admission = await this.admissions.find(tx);
    if (!admission || admission.rules.length === 0 || role.id === 'owner' || !(await this.admissions.letIn(tx, userId))) return undefined;
    const wanted = roleByRules(admission.role, admission.rules, values);
    return wanted.id === role.id ? undefined : wanted;
  }
}
