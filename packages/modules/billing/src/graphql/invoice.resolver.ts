import { Args, Query, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { QueryInvoicesArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { Payee } from '../application/payee.js';
import { ReadInvoices } from '../application/read-invoices.js';
import { showInvoice, showWholeInvoice } from './show-invoice.js';

@Resolver('Invoice')
export class InvoiceResolver {
  constructor(
    private readonly invoicesOf: ReadInvoices,
    private readonly payee: Payee,
  ) {}

  @Query('payee')
  @RequirePermission('billing:read')
  payeeOf() {
    return this.payee;
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
