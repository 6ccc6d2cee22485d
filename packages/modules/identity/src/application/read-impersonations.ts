import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { isUuid } from '@tenon/kernel';
import { listImpersonations, type ImpersonationRow } from '../persistence/impersonation.repository.js';

/** Who of the office looked at a company as its people see it, newest first; that this is read is nothing of the company's. */
@Injectable()
export class ReadImpersonations {
  constructor(private readonly db: SystemDb) {}

  execute(staff: StaffActor, companyId: string): Promise<ImpersonationRow[]> {
    if (!isUuid(companyId)) return Promise.resolve([]);
    return this.db.runAs(staff, 'office: looks as a company', (tx) => listImpersonations(tx, companyId));
  }
}
