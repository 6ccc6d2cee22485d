import { cardRefundable } from '@tenon/domain/billing';
import type { OfficeInvoiceFactsFragment } from '../../generated/documents';

type Card = OfficeInvoiceFactsFragment['cards'][number];

const sumOf = (refunds: Card['refunds'], states: readonly Card['refunds'][number]['state'][]): number => refunds.filter(({ state }) => states.includes(state)).reduce((sum, { amountMinor }) => sum + amountMinor, 0);

const waitingOf = (cards: OfficeInvoiceFactsFragment['cards']): number => sumOf(cards.flatMap(({ refunds }) => refunds), ['ASKED', 'SENT']);

/** What is still to be paid back of an invoice, in fen: what is on its way back to a card is not. */
export function leftToRefund({ owedMinor, cards }: Pick<OfficeInvoiceFactsFragment, 'owedMinor' | 'cards'>): number {
  return Math.max(0, -owedMinor - waitingOf(cards));
}

/** The payment by card to which something may go back, and how much in fen; the api has the last word. */
export function cardToRefund({ owedMinor, cards }: Pick<OfficeInvoiceFactsFragment, 'owedMinor' | 'cards'>): { readonly attemptId: string; readonly mostMinor: number } | null {
  const waitingMinor = waitingOf(cards);
  for (const { id, state, amountMinor, dispute, refunds } of cards) {
    const goneMinor = sumOf(refunds, ['ASKED', 'SENT', 'DONE']) + (dispute === 'LOST' ? amountMinor : 0);
    const mostMinor = state === 'PAID' ? cardRefundable({ owedMinor, waitingMinor, paidMinor: amountMinor, goneMinor }) : 0;
    if (mostMinor > 0) return { attemptId: id, mostMinor };
  }
  return null;
}
