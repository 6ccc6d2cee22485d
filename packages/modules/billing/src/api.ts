/** Plans and what is used of them, as the api serves them. */
import { Module, type DynamicModule } from '@nestjs/common';
import { ApiCalls } from './application/api-calls.js';
import { ChangePlan, WithdrawPlanChange } from './application/change-plan.js';
import { CardGateway } from './cards/card-gateway.js';
import { openCards } from './cards/open-cards.js';
import type { StripeSettings } from './cards/stripe-cards.js';
import { CloseCompany, ReopenCompany } from './application/close-company.js';
import { DecideCardEvent } from './application/decide-card-event.js';
import { OfficeCards } from './application/office-cards.js';
import { OfficeInvoices } from './application/office-invoices.js';
import { OfficePayments } from './application/office-payments.js';
import { OfficeStandings } from './application/office-standings.js';
import { OfficePlans } from './application/office-plans.js';
import { Papers } from './application/papers.js';
import { Payee } from './application/payee.js';
import { PreviewPlanChange } from './application/preview-plan-change.js';
import { PrintPaper } from './application/print-paper.js';
import { ReadPlan } from './application/read-plan.js';
import { ReadStanding } from './application/read-standing.js';
import { ReadNextInvoice } from './application/read-next-invoice.js';
import { ReadInvoices } from './application/read-invoices.js';
import { RecordStatement } from './application/record-statement.js';
import { RoomInPlan } from './application/room-in-plan.js';
import { SetCap } from './application/set-cap.js';
import { StartCardPayment } from './application/start-card-payment.js';
import { TakeBackPayment } from './application/take-back-payment.js';
import { TakeCardEvent } from './application/take-card-event.js';
import { CardResolver } from './graphql/card.resolver.js';
import { InvoiceResolver } from './graphql/invoice.resolver.js';
import { OfficeBillingResolver } from './graphql/office-billing.resolver.js';
import { OfficePlanFieldResolver } from './graphql/office-plan.resolver.js';
import { OfficeStandingResolver } from './graphql/office-standing.resolver.js';
import { PlanResolver } from './graphql/plan.resolver.js';
import { StandingResolver } from './graphql/standing.resolver.js';
import { CardEventController } from './http/card-event.controller.js';
import { InvoiceController } from './http/invoice.controller.js';

export type { StripeSettings } from './cards/stripe-cards.js';
export { ApiCalls } from './application/api-calls.js';
export { ChangePlan } from './application/change-plan.js';
export { Payee } from './application/payee.js';
export { PreviewPlanChange } from './application/preview-plan-change.js';

/** What a company's life needs of the api. */
const LIFE = [CloseCompany, OfficeStandingResolver, OfficeStandings, ReadStanding, ReopenCompany, StandingResolver];

/** What payments by card need of it. */
const CARDS = [CardResolver, DecideCardEvent, OfficeCards, StartCardPayment, TakeCardEvent];

/** Global: whoever adds a machine, a person or an app asks for room. */
@Module({})
export class BillingApiModule {
  /**
   * @param payee to whom invoices are paid
   * @param cards how the payment service is reached; null where no cards are taken
   */
  static register(payee = new Payee(), cards: StripeSettings | null = null): DynamicModule {
    const shared = [ApiCalls, ChangePlan, OfficePlans, PreviewPlanChange, RoomInPlan];
    return {
      module: BillingApiModule,
      global: true,
      controllers: [CardEventController, InvoiceController],
      providers: [...shared, ...LIFE, ...CARDS, InvoiceResolver, OfficeBillingResolver, OfficeInvoices, OfficePayments, OfficePlanFieldResolver, Papers, PlanResolver, PrintPaper, ReadInvoices, ReadNextInvoice, ReadPlan, RecordStatement, SetCap, TakeBackPayment, WithdrawPlanChange, { provide: CardGateway, useFactory: () => openCards(cards) }, { provide: Payee, useValue: payee }],
      exports: shared,
    };
  }
}
