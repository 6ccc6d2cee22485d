import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor, UserActor } from '@tenon/domain/identity';
import type { MutationRefundCardArgs, MutationReopenCardEventArgs, MutationSettleCardEventArgs, QueryDoubtfulCardEventsArgs } from '@tenon/graphql/resolvers';
import { CurrentPerson, CurrentStaff, RequirePermission, RequireVerifiedEmail } from '@tenon/nest';
import { DecideCardEvent } from '../application/decide-card-event.js';
import { OfficeCards } from '../application/office-cards.js';
import { StartCardPayment } from '../application/start-card-payment.js';
import { showDoubtful } from './show-cards.js';
import { showWholeInvoice } from './show-invoice.js';

/** Payments by card. */
@Resolver()
export class CardResolver {
  constructor(
    private readonly start: StartCardPayment,
    private readonly office: OfficeCards,
    private readonly decide: DecideCardEvent,
  ) {}

  @Mutation('payByCard')
  @RequirePermission('billing:manage')
  @RequireVerifiedEmail('it costs money')
  async payByCard(@CurrentPerson() actor: UserActor, @Args('invoiceId') invoiceId: string) {
    return this.start.execute(actor, invoiceId);
  }

  @Query('doubtfulCardEvents')
  @RequirePermission('payment:manage')
  async doubtfulCardEvents(@CurrentStaff() staff: StaffActor, @Args() args: QueryDoubtfulCardEventsArgs) {
    const page = await this.office.doubtful(staff, args);
    return { ...page, nodes: page.nodes.map(showDoubtful) };
  }

  @Mutation('settleCardEvent')
  @RequirePermission('payment:manage')
  async settleCardEvent(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationSettleCardEventArgs) {
    return showDoubtful(await this.decide.settle(staff, input));
  }

  @Mutation('reopenCardEvent')
  @RequirePermission('payment:manage')
  async reopenCardEvent(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationReopenCardEventArgs) {
    return showDoubtful(await this.decide.reopen(staff, input));
  }

  @Mutation('refundCard')
  @RequirePermission('payment:manage')
  async refundCard(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationRefundCardArgs) {
    return showWholeInvoice(await this.office.refund(staff, input));
  }
}
