import type { CardNews, CardProblem, CardRefundState, CardState, DisputeState } from './card-news.js';

/** The only currency in which bills are written. */
export const CARD_CURRENCY = 'cny';

const CARD_MOVES: Readonly<Record<CardState, readonly CardState[]>> = { open: ['paid', 'failed', 'expired'], failed: ['paid'], expired: ['paid'], paid: [] };
const REFUND_MOVES: Readonly<Record<CardRefundState, readonly CardRefundState[]>> = { asked: ['sent', 'done', 'failed'], sent: ['done', 'failed'], done: ['failed'], failed: [] };
const DISPUTE_MOVES: Readonly<Record<DisputeState | 'none', readonly DisputeState[]>> = { none: ['open', 'won', 'lost'], open: ['won', 'lost'], won: [], lost: [] };

/** Whether a payment by card goes on to this state; what comes late or twice leads nowhere. */
export function cardMoves(from: CardState, to: CardState): boolean {
  return CARD_MOVES[from].includes(to);
}

/** Whether a refund to a card goes on to this state: one that was done may come back, one that failed is asked for anew. */
export function cardRefundMoves(from: CardRefundState, to: CardRefundState): boolean {
  return REFUND_MOVES[from].includes(to);
}

/** Whether a dispute goes on to this state; null: there was none. */
export function disputeMoves(from: DisputeState | null, to: DisputeState): boolean {
  return DISPUTE_MOVES[from ?? 'none'].includes(to);
}

/** What is wrong with money that arrived by card, against what was asked for in fen; null where it fits. */
export function paidMisfit(askedMinor: number, { amountMinor, currency }: Pick<Extract<CardNews, { kind: 'paid' }>, 'amountMinor' | 'currency'>): CardProblem | null {
  if (currency !== CARD_CURRENCY) return 'currency';
  return amountMinor === askedMinor ? null : 'amount';
}

/**
 * How much may go back to a card, in fen: what is to be paid back of its invoice, and never more than came by this card.
 * @param owedMinor of the invoice; below zero, what is to be paid back
 * @param waitingMinor what is on its way back of this invoice by any card
 */
export function cardRefundable({ owedMinor, waitingMinor, paidMinor, goneMinor }: { readonly owedMinor: number; readonly waitingMinor: number; readonly paidMinor: number; readonly goneMinor: number }): number {
  return Math.max(0, Math.min(-owedMinor - waitingMinor, paidMinor - goneMinor));
}
