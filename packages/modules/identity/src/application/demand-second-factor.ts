import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { MemberRepository } from '../persistence/member.repository.js';
import { TenantRepository, type Tenant } from '../persistence/tenant.repository.js';
import { PeopleDesk } from './people-desk.js';

/**
 * Asks a second factor of everybody in the company, or no longer. Whoever has none is let in nowhere until they have set one
 * up; what they follow live ends. Repeating it changes nothing more.
 */
@Injectable()
export class DemandSecondFactor {
  constructor(
    private readonly db: TenantDb,
    private readonly tenants: TenantRepository,
    private readonly members: MemberRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /** @throws AppError (conflict) SECOND_FACTOR.OWN_FIRST where who asks it of others has none; AUTH.FORBIDDEN */
  execute(actor: UserActor, { hasSecondFactor }: Principal, isDemanded: boolean): Promise<Tenant> {
    if (isDemanded && !hasSecondFactor) throw conflict('SECOND_FACTOR.OWN_FIRST', 'Set up your own second factor first.');
    return this.db.transaction(actor, async (tx) => {
      await this.desk.open(tx, actor, 'security:update');
      const before = await this.tenants.get(tx);
      if (before.demandsSecondFactor === isDemanded) return before;
      const after = await this.tenants.setSecondFactorDemand(tx, isDemanded);
      await tx.audit('tenant.second-factor-policy-changed', { before: { isDemanded: before.demandsSecondFactor }, after: { isDemanded } });
      await this.desk.tell(tx, await this.members.listIds(tx));
      return after;
    });
  }
}
