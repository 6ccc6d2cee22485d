import { Inject, Injectable } from '@nestjs/common';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { factorResetTimes, readIdentityCheck, type StaffActor } from '@tenon/domain/identity';
import { conflict, notFound, type TenantId } from '@tenon/kernel';
import type pg from 'pg';
import { insertFactorReset } from '../persistence/factor-reset.repository.js';
import { insertMail } from '../persistence/mail-message.repository.js';
import { findMemberByEmail, listCompanyIds } from '../persistence/membership.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { factorResetMail } from './factor-reset-mail.js';
import { PublicUrl } from './public-url.js';

/** Whose second factor is lost, and how the office made sure that it is they who say so. */
export interface LostFactor {
  readonly companyId: TenantId;
  readonly email: string;
  readonly check: string;
}

/**
 * The office lets somebody in again who has lost authenticator and recovery codes: in three days the password alone will do, once. It stands in the trail
 * of each of their companies, with the check, and a mail tells the person, who stops it by signing in with the factor. Asking again while one waits fails.
 */
@Injectable()
export class BeginFactorReset {
  constructor(
    private readonly db: SystemDb,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly publicUrl: PublicUrl,
  ) {}

  /** @returns from when on @throws AppError (invalid) SECOND_FACTOR.CHECK_REQUIRED; (not-found) MEMBER.NOT_FOUND; (conflict) SECOND_FACTOR.NO_NEED */
  async execute(staff: StaffActor, { companyId, email, check: said }: LostFactor): Promise<Date> {
    const check = readIdentityCheck(said);
    return this.db.runAs(staff, 'office: reset a second factor', async (tx) => {
      const member = await findMemberByEmail(tx, companyId, email.trim().toLowerCase());
      if (!member) throw notFound('MEMBER.NOT_FOUND', 'There is nobody with this address in the company.');
      const times = factorResetTimes(tx.now);
      for (const tenantId of await listCompanyIds(tx, member.userId)) {
        await tx.auditFor(tenantId, staff, 'member.second-factor-reset-begun', { memberId: member.userId, email: member.email, check, dueAt: times.dueAt.toISOString() });
      }
      await tx.enqueue(sendMail, { mailId: await insertMail(tx, factorResetMail(member.email, times, `${this.publicUrl.href}/sign-in`)) });
      // Last: of what is in another transaction nothing may stand without a trail and a mail.
      const isBegun = await insertFactorReset(this.pool, { userId: member.userId, staff: { id: staff.userId, email: staff.email }, check, askedAt: tx.now, ...times });
      if (!isBegun) throw conflict('SECOND_FACTOR.NO_NEED', 'There is no second factor, or a reset waits already.');
      return times.dueAt;
    });
  }
}
