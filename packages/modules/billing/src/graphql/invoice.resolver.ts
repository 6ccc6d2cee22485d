import { Args, Query, Resolver } from '@nestjs/graphql';
import { isoDate } from '@tenon/domain/energy';
import type { TenantActor } from '@tenon/domain/identity';
import { BehindFlag } from '@tenon/flags';
import type { QueryInvoicesArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { Payee } from '../application/payee.js';
import { ReadInvoices } from '../application/read-invoices.js';
import { ReadNextInvoice } from '../application/read-next-invoice.js';
import { showInvoice, showLine, showWholeInvoice } from './show-invoice.js';

@Resolver('Invoice')
export class InvoiceResolver {
  constructor(
    private readonly invoicesOf: ReadInvoices,
    private readonly payee: Payee,
    private readonly next: ReadNextInvoice,
  ) {}

  @Query('payee')
  @RequirePermission('billing:read')
  payeeOf() {
    return this.payee;
  }

  @Query('nextInvoice')
  @RequirePermission('billing:read')
  @BehindFlag('billing.next-invoice')
  async nextInvoice(@CurrentActor() actor: TenantActor) {
    const { issuedOn, lines, ...sums } = await this.next.execute(actor);
    return { ...sums, issuedOn: isoDate(issuedOn), lines: lines.map(showLine) };
  }

  @Query('invoices')
  @RequirePermission('billing:read')
  async invoices(@CurrentActor() actor: TenantActor, @Args() args: QueryInvoicesArgs) {
    const page = await this.invoicesOf.list(actor, args);
    return { ...page, nodes: page.nodes.map(showInvoice) };
  }

  @Query('invoice')
  @RequirePermission('billing:read')
  async invoice(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showWholeInvoice(await this.invoicesOf.get(actor, id));
  }
}
