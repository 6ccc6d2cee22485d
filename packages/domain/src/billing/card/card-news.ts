/** Where a payment by card stands: *open* until the payment service tells; *failed* and *expired* brought no money, and may yet turn out paid. */
export const CARD_STATES = ['open', 'paid', 'failed', 'expired'] as const;
export type CardState = (typeof CARD_STATES)[number];

/** How a dispute stands, by which a card's holder asks their bank for the money back. */
export type DisputeState = 'open' | 'won' | 'lost';

/** Where a refund to a card stands: *asked* of us, *sent* to the payment service, and *done* or *failed* by its word. */
export type CardRefundState = 'asked' | 'sent' | 'done' | 'failed';

/** Money as the payment service tells of it: in the currency's smallest unit, of a currency in lower case. */
interface Told {
  readonly amountMinor: number;
  readonly currency: string;
}

/**
 * What a payment service tells, in our words. `attemptId` and `refundId` are ours and come back as we gave them; `intent` is the
 * service's own name of what was paid, by which it tells of everything later.
 */
export type CardNews =
  | ({ readonly kind: 'paid'; readonly attemptId: string; readonly intent: string | null } & Told)
  | { readonly kind: 'declined' | 'failed' | 'expired'; readonly attemptId: string; readonly why: string | null }
  | ({ readonly kind: 'disputed'; readonly intent: string; readonly dispute: DisputeState } & Told)
  | ({ readonly kind: 'refunded'; readonly intent: string; readonly refundId: string | null; readonly state: Exclude<CardRefundState, 'asked'>; readonly why: string | null } & Told);

/** Why news is for a person: of nothing that we know, of another amount or currency than was asked for, or of money sent back past us. */
export type CardProblem = 'unknown' | 'amount' | 'currency' | 'refund-elsewhere';
