import { Injectable } from '@nestjs/common';
import type { AuditLine } from '@tenon/contracts/audit';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { CompanyRepository, type CompanyFilter, type CompanyRow } from '../persistence/company.repository.js';

type PageArguments = { first?: number | null | undefined; after?: string | null | undefined };

/** Reads companies for the platform office. */
@Injectable()
export class ReadCompanies {
  constructor(
    private readonly db: SystemDb,
    private readonly companies: CompanyRepository,
  ) {}

  page(staff: StaffActor, args: PageArguments, filter: CompanyFilter): Promise<Page<CompanyRow> & { totalCount: number }> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.runAs(staff, 'office: list companies', async (tx) => {
      const rows = await this.companies.list(tx, request, filter);
      const totalCount = await this.companies.count(tx, filter);
      return { ...toPage(rows, request.limit, (row) => [row.createdAt.toISOString(), row.id]), totalCount };
    });
  }

  /** One company; the look is written in its own trail. @throws AppError (not-found) TENANT.NOT_FOUND */
  look(staff: StaffActor, id: string): Promise<CompanyRow> {
    return this.db.runAs(staff, 'office: look at a company', async (tx) => {
      const company = await this.companies.get(tx, id);
      await tx.auditFor(tenantId(company.id), staff, 'tenant.viewed');
      return company;
    });
  }

  /** The same without a trace, for answers to an act that left its own. */
  afterActing(staff: StaffActor, id: string): Promise<CompanyRow> {
    return this.db.runAs(staff, 'office: company after acting', (tx) => this.companies.get(tx, id));
  }

  /** A company's trail. Reading it is a look at the company, which is written there unless it has been. */
  async trail(staff: StaffActor, { id, isLookedAt }: { id: string; isLookedAt: boolean }, args: PageArguments): Promise<Page<AuditLine>> {
    const request = pageRequest(args, ['instant', 'integer']);
    // First, and by itself: a trail is written when its transaction ends, and the look is its first line.
    if (!isLookedAt) await this.db.runAs(staff, 'office: look at a trail', (tx) => tx.auditFor(tenantId(id), staff, 'tenant.viewed'));
    return this.db.runAs(staff, 'office: read a trail', async (tx) => {
      const rows = await this.companies.trail(tx, id, request);
      return toPage(rows, request.limit, (row) => [row.at.toISOString(), row.id]);
    });
  }
}
