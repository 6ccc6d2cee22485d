import type { DecidedCardEvent } from '../application/decide-card-event.js';
import type { KeptCard } from '../persistence/card.repository.js';

const upper = <Word extends string>(word: Word): Uppercase<Word> => word.toUpperCase() as Uppercase<Word>;
const PROBLEMS = { unknown: 'UNKNOWN', amount: 'AMOUNT', currency: 'CURRENCY', 'refund-elsewhere': 'REFUND_ELSEWHERE' } as const;

/** A payment by card in the words of the schema. */
export function showCard({ id, state, amountMinor, startedAt, failure, dispute, refunds }: KeptCard) {
  return {
    ...{ id, amountMinor, failure },
    state: upper(state),
    startedAt: startedAt.toISOString(),
    dispute: dispute && upper(dispute),
    refunds: refunds.map((refund) => ({ ...refund, state: upper(refund.state) })),
  };
}

/** A message that nobody can place, in the words of the schema. */
export function showDoubtful({ id, type, problem, news, invoiceNumber, receivedAt, settledAt, decisions }: DecidedCardEvent) {
  const told = 'currency' in news ? news : null;
  return {
    ...{ id, type, invoiceNumber },
    problem: PROBLEMS[problem],
    amountMinor: told?.amountMinor ?? null,
    currency: told?.currency ?? null,
    intent: told?.intent ?? null,
    receivedAt: receivedAt.toISOString(),
    isSettled: settledAt !== null,
    decisions: decisions.map(({ decidedAt, ...decision }) => ({ ...decision, decidedAt: decidedAt.toISOString() })),
  };
}
