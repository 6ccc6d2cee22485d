import { CARD_CURRENCY } from '@tenon/domain/billing';
import { AppError, invalid, unavailable } from '@tenon/kernel';
import type Stripe from 'stripe';
import { CardGateway, type CardEvent, type Checkout, type CheckoutWanted, type RefundAnswer, type RefundWanted } from './card-gateway.js';
import { ATTEMPT, newsOf, REFUND, refundStateOf } from './stripe-news.js';

/** How Stripe is reached. */
export interface StripeSettings {
  readonly secretKey: string;
  /** By which its messages are known; empty where none are read. */
  readonly webhookSecret: string;
  /** The portal's address, to which people come back. */
  readonly publicUrl: string;
  /** Where its API stands, if not at Stripe's own address. */
  readonly apiUrl?: string | undefined;
}

/** How old a message may be when it arrives, in seconds: Stripe's own advice. */
const TOLERANCE_S = 300;
const TIMEOUT_MS = 20_000;

function placeOf(apiUrl: string | undefined): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  if (apiUrl === undefined) return {};
  const { hostname, port, protocol } = new URL(apiUrl);
  const scheme = protocol === 'http:' ? 'http' : 'https';
  return { host: hostname, port: port || (scheme === 'http' ? 80 : 443), protocol: scheme };
}

/** Payments by card through Stripe Checkout, by Stripe's own library. */
export class StripeCards extends CardGateway {
  readonly isOn = true;

  private constructor(
    private readonly stripe: Stripe,
    private readonly settings: StripeSettings,
  ) {
    super();
  }

  /** Loads the library only where it is used: it is large. */
  static async open(settings: StripeSettings): Promise<StripeCards> {
    const { default: Client } = await import('stripe');
    return new StripeCards(new Client(settings.secretKey, { ...placeOf(settings.apiUrl), maxNetworkRetries: 2, timeout: TIMEOUT_MS, telemetry: false }), settings);
  }

  async checkout({ key, attemptId, invoiceId, number, amountMinor, expiresAt }: CheckoutWanted): Promise<Checkout> {
    const page = `${this.settings.publicUrl}/settings/invoices/${invoiceId}`;
    const metadata = { [ATTEMPT]: attemptId, invoice: number };
    const asked = this.stripe.checkout.sessions.create(
      {
        mode: 'payment',
        allowed_payment_method_types: ['card'],
        line_items: [{ quantity: 1, price_data: { currency: CARD_CURRENCY, unit_amount: amountMinor, product_data: { name: number } } }],
        client_reference_id: attemptId,
        metadata,
        payment_intent_data: { metadata },
        expires_at: Math.floor(expiresAt.getTime() / 1_000),
        success_url: `${page}?card=back`,
        cancel_url: page,
      },
      { idempotencyKey: key },
    );
    const { id, url } = await asked.catch(told);
    if (url === null) throw invalid('CARD.REFUSED', 'The payment service gave no page.', { why: 'no-page' });
    return { sessionId: id, url };
  }

  async refund({ refundId, intent, amountMinor }: RefundWanted): Promise<RefundAnswer> {
    const sent = await this.stripe.refunds.create({ payment_intent: intent, amount: amountMinor, metadata: { [REFUND]: refundId } }, { idempotencyKey: `tenon-refund-${refundId}` }).catch(told);
    return { state: refundStateOf(sent.status), why: sent.failure_reason ?? null };
  }

  read(body: Buffer, signature: string): CardEvent {
    try {
      const event = this.stripe.webhooks.constructEvent(body, signature, this.settings.webhookSecret, TOLERANCE_S);
      return { id: event.id, type: event.type, news: newsOf(event) };
    } catch (error) {
      throw new AppError('invalid', 'CARD.SIGNATURE', 'This message is not the payment service’s, or too old.', {}, { cause: error });
    }
  }
}

/** Trying again helps where Stripe was not reached, was busy, or had a fault of its own; with what it refused, it does not. */
const PASSING = ['StripeConnectionError', 'StripeAPIError', 'StripeRateLimitError'];

function told(error: unknown): never {
  const { type, code } = (error ?? {}) as { readonly type?: string; readonly code?: string };
  if (type === undefined) throw error;
  if (PASSING.includes(type)) throw unavailable('CARD.UNAVAILABLE', 'The payment service does not answer. Try again later.');
  throw invalid('CARD.REFUSED', 'The payment service refused this.', { why: code ?? type });
}
