import { Injectable } from '@nestjs/common';
import { companyDescribed, noticeRaised } from '@tenon/contracts/events';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, type TenantId } from '@tenon/kernel';
import { LogoRepository } from '../persistence/logo.repository.js';
import { EMPTY_PROFILE, ProfileRepository, type ProfileRow } from '../persistence/profile.repository.js';

/** Profiles of companies as the platform office reads and reviews them. */
@Injectable()
export class OfficeProfiles {
  constructor(
    private readonly db: SystemDb,
    private readonly profiles: ProfileRepository,
    private readonly logos: LogoRepository,
  ) {}

  /** A company's logo; undefined where it has none. Whoever asks is shown the company itself, or has looked at it, which stands in its trail. */
  logo(staff: StaffActor, id: string): Promise<Buffer | undefined> {
    return this.db.runAs(staff, "office: show a company's logo", (tx) => this.logos.findImageOf(tx, id));
  }

  /** Of these companies, by their ids. Whoever asks is shown the companies themselves, or has looked at one, which stands in its trail. */
  read(staff: StaffActor, ids: readonly string[]): Promise<ReadonlyMap<string, ProfileRow>> {
    return this.db.runAs(staff, "office: read companies' profiles", async (tx) => {
      const said = await this.profiles.list(tx, ids);
      return new Map(ids.map((id) => [id, said.get(id) ?? EMPTY_PROFILE]));
    });
  }

  /**
   * Says that the credit code was compared with the register. Repeating it changes nothing.
   * @throws AppError (conflict) COMPANY.NO_CREDIT_CODE; COMPANY.CREDIT_CODE_CHANGED when the company has another than was looked at
   */
  async confirm(staff: StaffActor, id: TenantId, creditCode: string): Promise<void> {
    await this.db.runAs(staff, 'office: confirm a credit code', async (tx) => {
      const { updatedAt: _at, ...profile } = await this.profiles.getForUpdate(tx, id);
      if (profile.creditCode === null) throw conflict('COMPANY.NO_CREDIT_CODE', 'The company has given no credit code.');
      if (profile.creditCode !== creditCode) throw conflict('COMPANY.CREDIT_CODE_CHANGED', 'The company has another credit code by now.');
      if (profile.creditCodeConfirmedAt) return;
      await this.profiles.put(tx, id, { ...profile, creditCodeConfirmedAt: tx.now });
      await tx.auditFor(id, staff, 'tenant.credit-code-confirmed', { creditCode });
      await tx.enqueueFor(id, companyDescribed, {});
      await tx.enqueueFor(id, noticeRaised, { noticeId: tx.newId(), kind: 'tenant.credit-code-confirmed', subjectId: id, facts: { creditCode } });
    });
  }
}
