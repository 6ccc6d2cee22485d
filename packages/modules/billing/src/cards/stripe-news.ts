import type { CardNews, CardRefundState, DisputeState } from '@tenon/domain/billing';
import type Stripe from 'stripe';

/** Names under which Stripe keeps our ids, and gives them back. */
export const ATTEMPT = 'tenon_attempt';
export const REFUND = 'tenon_refund';

const idOf = (thing: string | { readonly id: string } | null): string | null => (typeof thing === 'string' ? thing : (thing?.id ?? null));
const declined = (error: Stripe.PaymentIntent.LastPaymentError | null): string | null => error?.decline_code ?? error?.code ?? null;

/** Where a refund stands by Stripe's word; one that waits for the bank is on its way. */
export function refundStateOf(status: string | null): Exclude<CardRefundState, 'asked'> {
  if (status === 'succeeded') return 'done';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'sent';
}

function disputeOf(status: Stripe.Dispute.Status): DisputeState {
  if (status === 'lost') return 'lost';
  return ['won', 'warning_closed', 'prevented'].includes(status) ? 'won' : 'open';
}

function paid(session: Stripe.Checkout.Session): CardNews | null {
  const attemptId = session.metadata?.[ATTEMPT];
  // A page that was gone through is not always paid: some ways of paying take days, and tell of it later.
  if (attemptId === undefined || session.payment_status !== 'paid') return null;
  return { kind: 'paid', attemptId, intent: idOf(session.payment_intent), amountMinor: session.amount_total ?? 0, currency: session.currency ?? '' };
}

function ended(kind: 'failed' | 'expired', { metadata }: Stripe.Checkout.Session): CardNews | null {
  const attemptId = metadata?.[ATTEMPT];
  return attemptId === undefined ? null : { kind, attemptId, why: null };
}

function disputed({ payment_intent: of, amount, currency, status }: Stripe.Dispute): CardNews | null {
  const intent = idOf(of);
  return intent === null ? null : { kind: 'disputed', intent, dispute: disputeOf(status), amountMinor: amount, currency };
}

function refunded({ payment_intent: of, metadata, status, amount, currency, failure_reason: why }: Stripe.Refund): CardNews | null {
  const intent = idOf(of);
  return intent === null ? null : { kind: 'refunded', intent, refundId: metadata?.[REFUND] ?? null, state: refundStateOf(status), why: why ?? null, amountMinor: amount, currency };
}

function paymentNews(event: Stripe.Event): CardNews | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return paid(event.data.object);
    case 'checkout.session.async_payment_failed':
      return ended('failed', event.data.object);
    case 'checkout.session.expired':
      return ended('expired', event.data.object);
    case 'payment_intent.payment_failed': {
      const attemptId = event.data.object.metadata[ATTEMPT];
      return attemptId === undefined ? null : { kind: 'declined', attemptId, why: declined(event.data.object.last_payment_error) };
    }
    default:
      return null;
  }
}

function laterNews(event: Stripe.Event): CardNews | null {
  switch (event.type) {
    case 'charge.dispute.created':
    case 'charge.dispute.closed':
      return disputed(event.data.object);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refunded(event.data.object);
    default:
      return null;
  }
}

/** What a message of Stripe's tells, in our words; null where it is none that we follow, or of nothing that we began. */
export function newsOf(event: Stripe.Event): CardNews | null {
  return paymentNews(event) ?? laterNews(event);
}
