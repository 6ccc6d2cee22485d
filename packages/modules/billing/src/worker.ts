/** What plans need of the worker: that use is counted, and billed, and that money goes back to cards. */
import { Module, type DynamicModule } from '@nestjs/common';
import { BillMonths } from './application/bill-months.js';
import { Papers } from './application/papers.js';
import { PassDays } from './application/pass-days.js';
import { Payee } from './application/payee.js';
import { PointMeter } from './application/point-meter.js';
import { PointRoom } from './application/point-room.js';
import { ReadKeptFrom } from './application/read-kept-from.js';
import { RemindLate } from './application/remind-late.js';
import { SendCardRefund } from './application/send-card-refund.js';
import { CardGateway } from './cards/card-gateway.js';
import { openCards } from './cards/open-cards.js';
import type { StripeSettings } from './cards/stripe-cards.js';
import { InvoiceSchedule } from './jobs/invoice.schedule.js';
import { LifeSchedule } from './jobs/life.schedule.js';
import { RefundCardHandler } from './jobs/refund-card.handler.js';
import { StockSchedule } from './jobs/stock.schedule.js';

export { Payee } from './application/payee.js';
export type { StripeSettings } from './cards/stripe-cards.js';

const PROVIDERS = [BillMonths, InvoiceSchedule, LifeSchedule, Papers, PassDays, PointMeter, PointRoom, ReadKeptFrom, RefundCardHandler, RemindLate, SendCardRefund, StockSchedule];

/** Global: points are counted where they are rolled up, and papers go out with exports. */
@Module({})
export class BillingWorkerModule {
  /**
   * @param payee to whom invoices are paid
   * @param cards how the payment service is reached; null where no cards are taken
   */
  static register(payee: Payee, cards: StripeSettings | null): DynamicModule {
    return { module: BillingWorkerModule, global: true, providers: [...PROVIDERS, { provide: CardGateway, useFactory: () => openCards(cards) }, { provide: Payee, useValue: payee }], exports: [Papers, PointMeter, PointRoom, ReadKeptFrom] };
  }
}
