import type { CardNews, CardRefundState } from '@tenon/domain/billing';

/** A page of the payment service on which somebody pays an invoice by card. */
export interface Checkout {
  readonly sessionId: string;
  readonly url: string;
}

/** What is to be paid on such a page; asking again under the same key gives the same page. */
export interface CheckoutWanted {
  readonly key: string;
  readonly attemptId: string;
  readonly invoiceId: string;
  readonly number: string;
  readonly amountMinor: number;
  /** After which the page takes nothing any more. */
  readonly expiresAt: Date;
}

/** What is to go back to a card; asking again under the same id sends it once. */
export interface RefundWanted {
  readonly refundId: string;
  readonly intent: string;
  readonly amountMinor: number;
}

/** How the payment service answered. */
export interface RefundAnswer {
  readonly state: Exclude<CardRefundState, 'asked'>;
  readonly why: string | null;
}

/** A message of the payment service, which is really its own; `news` is null where it tells nothing that we follow. */
export interface CardEvent {
  readonly id: string;
  readonly type: string;
  readonly news: CardNews | null;
}

/** The payment service, behind one interface. Where none is set up, whatever is asked of it fails with CARD.OFF. */
export abstract class CardGateway {
  /** Whether one is set up. */
  abstract readonly isOn: boolean;
  /** @throws AppError (unavailable) CARD.UNAVAILABLE; (conflict) CARD.OFF; (invalid) CARD.REFUSED */
  abstract checkout(wanted: CheckoutWanted): Promise<Checkout>;
  /** @throws AppError (unavailable) CARD.UNAVAILABLE; (conflict) CARD.OFF; (invalid) CARD.REFUSED */
  abstract refund(wanted: RefundWanted): Promise<RefundAnswer>;
  /** @throws AppError (invalid) CARD.SIGNATURE; (conflict) CARD.OFF */
  abstract read(body: Buffer, signature: string): CardEvent;
}
