import type { StaffActor, UserActor } from '@tenon/domain/identity';
import { userId } from '@tenon/kernel';
import { stripeServer, type StripeServer } from '@tenon/testing';
import { randomUUID } from 'node:crypto';
import { OfficeCards } from '../application/office-cards.js';
import { ReadInvoices } from '../application/read-invoices.js';
import { RecordStatement } from '../application/record-statement.js';
import { StartCardPayment } from '../application/start-card-payment.js';
import { TakeCardEvent } from '../application/take-card-event.js';
import type { CardGateway } from '../cards/card-gateway.js';
import { openCards } from '../cards/open-cards.js';
import { billingWorld, type BillingWorld } from './billing-world.js';
import { owingCompany, type OwingCompany } from './owing-company.js';

/** Somebody of the office who looks after payments. */
export const FINANCE: StaffActor = { kind: 'staff', userId: userId(randomUUID()), email: 'finance@tenon.example', name: 'Finance', permissions: new Set(['payment:manage']) };

/** Where an invoice and its newest payment by card stand, in a few words. */
interface Standing {
  readonly state: string;
  readonly owedMinor: number;
  readonly card: string | undefined;
  readonly failure: string | null | undefined;
  readonly dispute: string | null | undefined;
  readonly refunds: readonly string[] | undefined;
}

/** A billing world whose payment service stands on this machine. */
export interface CardWorld extends BillingWorld {
  readonly stripe: StripeServer;
  readonly cards: CardGateway;
  owing(): Promise<OwingCompany>;
  /** One that was paid by card. */
  paid(): Promise<OwingCompany>;
  /** Somebody of the company presses “pay by card”. */
  press(invoice: OwingCompany): Promise<{ readonly url: string }>;
  pagesOf(invoice: OwingCompany): readonly URLSearchParams[];
  attemptOf(invoice: OwingCompany): string;
  /** How Stripe tells of a page of this invoice that was gone through. */
  session(invoice: OwingCompany, more?: object): object;
  /** What Stripe tells, signed as it signs, and taken once or more often. */
  tell(type: string, object: object, times?: number): Promise<void>;
  /** What came by transfer, in yuan. */
  transfer(amount: string, invoice: OwingCompany): Promise<unknown>;
  stands(invoice: OwingCompany): Promise<Standing>;
  raised(invoice: OwingCompany): Promise<string[]>;
  /** Why messages about an invoice are for the office. */
  doubtful(invoice: OwingCompany): Promise<string[]>;
}

const person = ({ company }: OwingCompany): UserActor => ({ kind: 'user', userId: userId(randomUUID()), email: 'owner@example.com', name: 'Owner', tenantId: company, permissions: new Set(['billing:manage']) });

/** Companies that owe, and a payment service of theirs. */
export async function cardWorld(): Promise<CardWorld> {
  const world = await billingWorld();
  const stripe = await stripeServer();
  const cards = await openCards({ secretKey: stripe.env.STRIPE_SECRET_KEY, webhookSecret: stripe.env.STRIPE_WEBHOOK_SECRET, apiUrl: stripe.env.STRIPE_API_URL, publicUrl: 'https://tenon.example' });
  let told = 0;

  const press = (invoice: OwingCompany): Promise<{ url: string }> => new StartCardPayment(world.db.tenant, cards).execute(person(invoice), invoice.id);
  const pagesOf = ({ number }: OwingCompany): URLSearchParams[] => stripe.sessions.map(({ asked }) => asked).filter((asked) => asked.get('metadata[invoice]') === number);
  const attemptOf = (invoice: OwingCompany): string => pagesOf(invoice).at(-1)?.get('client_reference_id') ?? '';
  const session = (invoice: OwingCompany, more: object = {}): object => ({ object: 'checkout.session', metadata: { tenon_attempt: attemptOf(invoice) }, payment_status: 'paid', payment_intent: `pi_${invoice.number}`, amount_total: 29_900, currency: 'cny', ...more });
  const tell = async (type: string, object: object, times = 1): Promise<void> => {
    const { body, signature } = stripe.signed({ id: `evt_${(told += 1)}`, type, object });
    await Promise.all(Array.from({ length: times }, () => new TakeCardEvent(world.db.system, cards).execute(Buffer.from(body), signature)));
  };
  const paid = async (): Promise<OwingCompany> => {
    const invoice = await owingCompany(world);
    await press(invoice);
    await tell('checkout.session.completed', session(invoice));
    return invoice;
  };

  return {
    ...world,
    ...{ stripe, cards, press, pagesOf, attemptOf, session, tell, paid },
    owing: () => owingCompany(world),
    transfer: (amount, { number }) => new RecordStatement(world.db.system).execute(FINANCE, `date,amount,payer,reference,id\n2026-11-05,${amount},x,${number},${randomUUID()}`),
    stands: async ({ company, id }) => {
      const { state, owedMinor, cards: [newest] } = await new ReadInvoices(world.db.tenant).get(world.actor(company), id);
      return { state, owedMinor, card: newest?.state, failure: newest?.failure, dispute: newest?.dispute, refunds: newest?.refunds.map((refund) => `${refund.state} ${refund.amountMinor}`) };
    },
    raised: async ({ company }) => (await world.database.sql<{ kind: string }>(`SELECT payload->>'kind' AS kind FROM outbox WHERE tenant_id = $1 AND job = 'notices.raised' ORDER BY kind DESC`, [company])).map(({ kind }) => kind),
    doubtful: async ({ number }) => {
      const { nodes } = await new OfficeCards(world.db.system).doubtful(FINANCE, { first: 100 });
      return nodes.filter(({ invoiceNumber, news }) => invoiceNumber === number || ('intent' in news && news.intent === `pi_${number}`)).map(({ problem }) => problem);
    },
    close: async () => {
      await stripe.close();
      await world.close();
    },
  };
}
