import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { showAuditLine } from '@tenon/contracts/audit';
import type { StaffActor } from '@tenon/domain/identity';
import { OfficeProfiles } from '@tenon/company';
import type { CompanyAuditTrailArgs, MutationConfirmCreditCodeArgs, MutationSuspendCompanyArgs, QueryCompaniesArgs, QueryOutboxMailsArgs } from '@tenon/graphql/resolvers';
import { ResumeCompany, SuspendCompany } from '@tenon/identity';
import { tenantId } from '@tenon/kernel';
import { CurrentStaff, RequirePermission, searchText } from '@tenon/nest';
import { ReadCompanies } from '../application/read-companies.js';
import { ReadOutboxMails } from '../application/read-outbox-mails.js';
import { showCompany, showMail, showMailText } from './show.js';

@Resolver('Company')
export class OfficeResolver {
  constructor(
    private readonly companies: ReadCompanies,
    private readonly mails: ReadOutboxMails,
    private readonly profiles: OfficeProfiles,
    private readonly suspend: SuspendCompany,
    private readonly resume: ResumeCompany,
  ) {}

  @Query('companies')
  @RequirePermission('company:read')
  async list(@CurrentStaff() staff: StaffActor, @Args() args: QueryCompaniesArgs) {
    const filter = { search: searchText(args.search), state: args.state?.toLowerCase().replaceAll('_', '-') ?? null, plan: args.plan?.toLowerCase() ?? null, isCodeToReview: args.isCreditCodeToReview ?? false };
    const page = await this.companies.page(staff, args, filter);
    return { ...page, nodes: page.nodes.map((company) => showCompany(company)) };
  }

  @Query('company')
  @RequirePermission('company:read')
  async company(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    return showCompany(await this.companies.look(staff, id), { isLookedAt: true });
  }

  @ResolveField('auditTrail')
  async auditTrail(@CurrentStaff() staff: StaffActor, @Parent() company: ReturnType<typeof showCompany>, @Args() args: CompanyAuditTrailArgs) {
    const page = await this.companies.trail(staff, company, args);
    return { ...page, nodes: page.nodes.map(showAuditLine) };
  }

  @Query('outboxMails')
  @RequirePermission('mail:read')
  async outboxMails(@CurrentStaff() staff: StaffActor, @Args() args: QueryOutboxMailsArgs) {
    const page = await this.mails.page(staff, args);
    return { ...page, nodes: page.nodes.map(showMail) };
  }

  @Query('outboxMailText')
  @RequirePermission('mail:read')
  async outboxMailText(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    return showMailText(await this.mails.text(staff, id));
  }

  @Mutation('suspendCompany')
  @RequirePermission('company:suspend')
  async suspendCompany(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationSuspendCompanyArgs) {
    await this.suspend.execute(staff, { id: tenantId(input.id), reason: input.reason });
    return showCompany(await this.companies.afterActing(staff, input.id));
  }

  @Mutation('confirmCreditCode')
  @RequirePermission('company:review')
  async confirmCreditCode(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationConfirmCreditCodeArgs) {
    const { id } = await this.companies.afterActing(staff, input.id);
    await this.profiles.confirm(staff, tenantId(id), input.creditCode);
    return showCompany(await this.companies.afterActing(staff, id));
  }

  @Mutation('resumeCompany')
  @RequirePermission('company:suspend')
  async resumeCompany(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    await this.resume.execute(staff, tenantId(id));
    return showCompany(await this.companies.afterActing(staff, id));
  }
}
