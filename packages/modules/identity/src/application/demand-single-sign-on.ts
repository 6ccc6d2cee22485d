import { Inject, Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { MemberRepository } from '../persistence/member.repository.js';
import { listShutOut, type ShutOutPerson } from '../persistence/shut-out.repository.js';
import { TenantRepository } from '../persistence/tenant.repository.js';
import { isFresh } from '../sign-in/confirm-person.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { PeopleDesk } from './people-desk.js';
import { SingleSignOn } from './single-sign-on.js';

/** Who would be shut out. */
@Injectable()
export class ReadShutOut {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  execute({ tenantId }: UserActor): Promise<{ people: ShutOutPerson[]; totalCount: number }> {
    return listShutOut(this.pool, tenantId);
  }
}

/**
 * Opens the company only to sessions that came by its single sign-on, or to others again. People stay signed in as themselves and in their other companies; API keys
 * go on, as they are no sessions. What people follow live begins anew. Repeating it changes nothing more.
 */
@Injectable()
export class DemandSingleSignOn {
  constructor(
    private readonly db: TenantDb,
    private readonly sso: SingleSignOn,
    private readonly tenants: TenantRepository,
    private readonly members: MemberRepository,
    private readonly desk: PeopleDesk,
  ) {}

  /**
   * @throws AppError (not-found) SSO.NOT_SET_UP; (conflict) SSO.UNPROVEN, SSO.SIGN_IN_FIRST where who asks has not come by it within ten minutes, SECOND_FACTOR.OWN_FIRST where they would have no way in
   *   past a broken provider; AUTH.FORBIDDEN; (unavailable) SSO.DNS
   */
  async execute(actor: UserActor, principal: Principal, isDemanded: boolean): Promise<void> {
    if (isDemanded) await this.demandWayIn(actor, principal);
    await this.db.transaction(actor, async (tx) => {
      await this.desk.open(tx, actor, 'security:update');
      const isBefore = (await this.tenants.get(tx)).demandsSsoSince !== null;
      if (isBefore === isDemanded) return;
      await this.tenants.setSsoDemand(tx, isDemanded ? tx.now : null);
      await tx.audit('single-sign-on.demand-changed', { before: { isDemanded: isBefore }, after: { isDemanded } });
      await this.desk.tell(tx, await this.members.listIds(tx));
    });
  }

  private async demandWayIn(actor: UserActor, principal: Principal): Promise<void> {
    if (!(await this.sso.isProven(actor))) throw conflict('SSO.UNPROVEN', 'The domain does not show yet that it is the company’s.');
    if (principal.session.ssoCompanyId !== actor.tenantId || !isFresh(principal)) throw conflict('SSO.SIGN_IN_FIRST', 'Sign in by single sign-on yourself first, just now.');
    if (!principal.hasSecondFactor) throw conflict('SECOND_FACTOR.OWN_FIRST', 'Set up your own second factor first.');
  }
}
