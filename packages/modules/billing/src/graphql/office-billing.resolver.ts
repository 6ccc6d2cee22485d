import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import type { CompanyInvoicesArgs, MutationAssignBankEntryArgs, MutationCreditInvoiceArgs, MutationRecordRefundArgs, MutationTakeBackPaymentArgs, QueryBankEntriesArgs, QueryOpenInvoicesArgs } from '@tenon/graphql/resolvers';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { OfficeInvoices } from '../application/office-invoices.js';
import { OfficePayments } from '../application/office-payments.js';
import { RecordStatement } from '../application/record-statement.js';
import { TakeBackPayment } from '../application/take-back-payment.js';
import { showInvoice, showWholeInvoice } from './show-invoice.js';

/** Invoices and payments, as the office looks after them. */
@Resolver('Company')
export class OfficeBillingResolver {
  constructor(
    private readonly invoices: OfficeInvoices,
    private readonly payments: OfficePayments,
    private readonly statements: RecordStatement,
    private readonly takingBack: TakeBackPayment,
  ) {}

  @ResolveField('invoices')
  async invoicesOf(@CurrentStaff() staff: StaffActor, @Parent() { id }: { id: string }, @Args() args: CompanyInvoicesArgs) {
    const page = await this.invoices.of(staff, id, args);
    return { ...page, nodes: page.nodes.map(showInvoice) };
  }

  @Query('openInvoices')
  @RequirePermission('payment:manage')
  async openInvoices(@CurrentStaff() staff: StaffActor, @Args() args: QueryOpenInvoicesArgs) {
    const page = await this.invoices.open(staff, args);
    return { ...page, nodes: page.nodes.map((invoice) => ({ companyId: invoice.tenantId, companyName: invoice.companyName, invoice: showInvoice(invoice) })) };
  }

  @Query('officeInvoice')
  @RequirePermission('payment:manage')
  async officeInvoice(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    return showWholeInvoice(await this.invoices.get(staff, id));
  }

  @Query('bankEntries')
  @RequirePermission('payment:manage')
  async bankEntries(@CurrentStaff() staff: StaffActor, @Args() args: QueryBankEntriesArgs) {
    return this.payments.entries(staff, args);
  }

  @Mutation('recordBankStatement')
  @RequirePermission('payment:manage')
  async recordBankStatement(@CurrentStaff() staff: StaffActor, @Args('csv') csv: string) {
    return this.statements.execute(staff, csv);
  }

  @Mutation('assignBankEntry')
  @RequirePermission('payment:manage')
  async assignBankEntry(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationAssignBankEntryArgs) {
    return this.payments.assign(staff, { ...input, amountMinor: input.amountMinor ?? null });
  }

  @Mutation('takeBackPayment')
  @RequirePermission('payment:manage')
  async takeBackPayment(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationTakeBackPaymentArgs) {
    return showWholeInvoice(await this.takingBack.execute(staff, input));
  }

  @Mutation('recordRefund')
  @RequirePermission('payment:manage')
  async recordRefund(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationRecordRefundArgs) {
    return showInvoice(await this.payments.refund(staff, { ...input, note: input.note ?? '' }));
  }

  @Mutation('creditInvoice')
  @RequirePermission('payment:manage')
  async creditInvoice(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationCreditInvoiceArgs) {
    return showWholeInvoice(await this.invoices.credit(staff, input));
  }
}
