import { Inject, Injectable } from '@nestjs/common';
import { SystemDb, type SystemTx } from '@tenon/db';
import { demand, readImpersonation, type StaffActor, type WantedImpersonation } from '@tenon/domain/identity';
import { invalid, isUuid, notFound, tenantId, type TenantId } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { endImpersonation, insertImpersonation } from '../persistence/impersonation.repository.js';
import { findOpenCompany } from '../persistence/membership.repository.js';
import { lockPerson } from '../persistence/person-lock.js';
import { tellSessionEnded } from '../persistence/session.repository.js';
import { ConfirmOfficer } from '../sign-in/confirm-officer.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { tellBegun, tellEnded } from './tell-impersonation.js';

/** Which company, what for, for how long, and as what. */
export interface WantedLook extends WantedImpersonation {
  readonly companyId: string;
  readonly mayWrite: boolean;
  /** The company's name once more, where something may be written. */
  readonly confirmName: string | null;
  /** Of the second factor; null where having signed in just now must do. */
  readonly code: string | null;
}

/**
 * Lets somebody of the office see a company as its owners do, in this session of theirs, for some minutes. It stands in the company's trail, and its
 * owners are told. Only `root` may write, having said so twice. Beginning another ends the first; doing it twice tells of two.
 */
@Injectable()
export class BeginImpersonation {
  constructor(
    private readonly db: SystemDb,
    private readonly confirm: ConfirmOfficer,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
  ) {}

  /** @throws AppError (not-found) TENANT.NOT_FOUND, for one that was erased too; (invalid) IMPERSONATION.CONFIRM_NAME, and as readImpersonation; (forbidden) AUTH.FORBIDDEN; as ConfirmOfficer */
  async execute(staff: StaffActor, principal: Principal, wanted: WantedLook): Promise<void> {
    const { reason, lastsMs } = readImpersonation(wanted);
    if (wanted.mayWrite) demand(staff, 'company:impersonate-write');
    await this.confirm.execute(principal, wanted.code);
    await this.db.runAs(staff, 'office: look as a company', async (tx) => {
      const company = await this.companyFor(tx, wanted);
      await lockPerson(tx, staff.userId);
      await endImpersonation(tx, staff.userId, 'another');
      await tellEnded(tx, staff.userId, staff.origin);
      const look = { id: tx.newId(), tenantId: company, staff, sessionId: principal.session.id, reason, mayWrite: wanted.mayWrite, beganAt: tx.now, endsAt: new Date(tx.now.getTime() + lastsMs) };
      await insertImpersonation(tx, look);
      await tellBegun(tx, staff, look, wanted.minutes);
    });
    // Whatever the session follows live, it followed as somebody else.
    await tellSessionEnded(this.pool, staff.userId);
  }

  private async companyFor(tx: SystemTx, { companyId, mayWrite, confirmName }: WantedLook): Promise<TenantId> {
    const company = isUuid(companyId) ? await findOpenCompany(tx, companyId) : undefined;
    if (!company) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
    if (mayWrite && confirmName?.trim() !== company.name) throw invalid('IMPERSONATION.CONFIRM_NAME', 'To change something there, enter the name of the company.');
    return tenantId(companyId);
  }
}
