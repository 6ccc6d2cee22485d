import { Inject, Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { TenantDb, type TenantTx } from '@tenon/db';
import { maySsoBeWaived, SSO_WAIVER_MS, type UserActor } from '@tenon/domain/identity';
import { conflict, forbidden } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { MemberRepository } from '../persistence/member.repository.js';
import { waiveSso } from '../persistence/own-session.repository.js';
import { findSecondFactor } from '../persistence/second-factor.repository.js';
import { tellSessionEnded } from '../persistence/session.repository.js';
import { TenantRepository } from '../persistence/tenant.repository.js';
import { isFresh } from '../sign-in/confirm-person.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

const notYours = () => forbidden('SSO.WAY_IN_CLOSED', 'Only an owner with a second factor that was there in time comes in past single sign-on.');

/**
 * The way in while the provider is broken: an owner with a second factor, who has just signed in by a means of their own, opens the company for an hour in this session. It stands in the trail
 * and owners are told, before it opens. Doing it again begins another hour.
 */
@Injectable()
export class WaiveSingleSignOn {
  constructor(
    private readonly db: TenantDb,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly members: MemberRepository,
    private readonly tenants: TenantRepository,
  ) {}

  /** @throws AppError (conflict) SSO.NOT_DEMANDED; (forbidden) AUTH.CONFIRM_REQUIRED where they signed in more than ten minutes ago or at a provider, SSO.WAY_IN_CLOSED */
  async execute(principal: Principal): Promise<void> {
    const { user: actor, session } = principal;
    if (actor?.kind !== 'user' || !principal.lacksSingleSignOn) throw conflict('SSO.NOT_DEMANDED', 'The company opens without it.');
    if (!isFresh(principal) || session.ssoCompanyId !== null) throw forbidden('AUTH.CONFIRM_REQUIRED', 'Sign in anew, by your password or a passkey.');
    const confirmedAt = (await findSecondFactor(this.pool, principal.userId))?.confirmedAt ?? null;
    // One that was set up within this very session was never asked for.
    if (confirmedAt === null || confirmedAt > session.startedAt) throw notYours();
    await this.db.transaction(actor, (tx) => this.write(tx, actor, confirmedAt));
    await waiveSso(this.pool, session.id, { companyId: actor.tenantId, until: new Date(Date.now() + SSO_WAIVER_MS) });
    await tellSessionEnded(this.pool, principal.userId);
  }

  private async write(tx: TenantTx, { userId, email, name }: UserActor, confirmedAt: Date): Promise<void> {
    const [member, { demandsSsoSince }] = [await this.members.find(tx, userId), await this.tenants.get(tx)];
    if (!demandsSsoSince) throw conflict('SSO.NOT_DEMANDED', 'The company opens without it.');
    const isGood = maySsoBeWaived({ confirmedAt: confirmedAt.getTime(), demandedAt: demandsSsoSince.getTime(), now: tx.now.getTime() });
    if (member?.role.id !== 'owner' || !isGood) throw notYours();
    await tx.audit('single-sign-on.passed-over', { memberId: userId, email, minutes: SSO_WAIVER_MS / 60_000 });
    await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'single-sign-on.passed-over', subjectId: userId, facts: { name: name || email, email, minutes: `${SSO_WAIVER_MS / 60_000}` } });
  }
}
