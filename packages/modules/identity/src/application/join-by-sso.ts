import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { noticeRaised } from '@tenon/contracts/events';
import { TenantDb, type TenantTx } from '@tenon/db';
import { roleByRules, type Origin, type UserActor } from '@tenon/domain/identity';
import { CONSEQUENCES } from '@tenon/domain/life';
import { AppError, forbidden, limited, unauthenticated, userId, type TenantId } from '@tenon/kernel';
import { MemberRepository } from '../persistence/member.repository.js';
import { demandAccount } from '../persistence/person-lock.js';
import { SsoAdmissionRepository } from '../persistence/sso-admission.repository.js';
import { TenantRepository } from '../persistence/tenant.repository.js';

/** Whom the company's provider has signed in, and what it says of them. */
export interface SsoJoiner {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly origin: Origin;
  /** What the claim holds by which roles are given. */
  readonly values: readonly string[];
}

const NO_PERMISSIONS: ReadonlySet<string> = new Set();

/** Somebody whom the provider of the company has signed in, as they act in it. */
export const asActor = ({ values: _values, userId: id, ...person }: SsoJoiner, tenantId: TenantId): UserActor => ({ kind: 'user', ...person, userId: userId(id), tenantId, permissions: NO_PERMISSIONS });

/** Lets somebody into the company whom its provider has signed in, without an invitation, as the owner's rules say. Who looks after its people is told. Whoever belongs to it already stays as they are. */
@Injectable()
export class JoinBySso {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly admissions: SsoAdmissionRepository,
    private readonly tenants: TenantRepository,
    private readonly room: RoomInPlan,
  ) {}

  /** @throws AppError (unauthenticated) AUTH.SSO_NOT_MEMBER where nobody is let in so any more; (forbidden) AUTH.TENANT_SUSPENDED; (limited) AUTH.SSO_NO_ROOM */
  async execute(joiner: SsoJoiner, tenantId: TenantId): Promise<void> {
    await this.db.transaction(asActor(joiner, tenantId), async (tx) => {
      await demandAccount(tx, joiner.userId);
      await this.members.lockAll(tx);
      if (await this.members.find(tx, joiner.userId)) return;
      const admission = await this.admissions.find(tx);
      if (!admission) throw unauthenticated('AUTH.SSO_NOT_MEMBER', 'This address does not belong to the company.');
      if (!CONSEQUENCES[(await this.tenants.get(tx)).state].writes) throw forbidden('AUTH.TENANT_SUSPENDED', 'The company is suspended or closed: nobody joins it.');
      await this.takePlace(tx);
      const role = roleByRules(admission.role, admission.rules, joiner.values);
      const { userId: id, email, name } = joiner;
      await this.members.insert(tx, { userId: id, email, name, role, isBySso: true });
      const roleName = role.name ?? role.id;
      await tx.audit('member.joined', { memberId: id, email, role: roleName, because: 'single-sign-on' });
      await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'member.joined', actorId: id, subjectId: id, facts: { name: name || email, role: roleName, by: 'single-sign-on' } });
    });
  }

  private async takePlace(tx: TenantTx): Promise<void> {
    try {
      await this.room.take(tx, 'members');
    } catch (error) {
      if (error instanceof AppError && error.code === 'QUOTA.REACHED') throw limited('AUTH.SSO_NO_ROOM', 'The company’s plan has no place for another person.');
      throw error;
    }
  }
}
