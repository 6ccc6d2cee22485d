import { describe, expect, it } from '@jest/globals';
import type { OfficeInvoiceFactsFragment } from '../../generated/documents';
import { cardToRefund, leftToRefund } from './card-to-refund';

type Card = OfficeInvoiceFactsFragment['cards'][number];

const card: Card = { id: 'a', state: 'PAID', amountMinor: 29_900, startedAt: '', failure: null, dispute: null, refunds: [] };
const refund = (state: Card['refunds'][number]['state'], amountMinor: number): Card['refunds'][number] => ({ id: 'r', state, amountMinor, failure: null });
const of = (owedMinor: number, more: Partial<Card> = {}) => cardToRefund({ owedMinor, cards: [{ ...card, ...more }] });

describe('what may go back to a card', () => {
  it('is what is to be paid back, without what is on its way', () => {
    expect([of(-500), of(-500, { refunds: [refund('ASKED', 200), refund('FAILED', 300)] })]).toEqual([{ attemptId: 'a', mostMinor: 500 }, { attemptId: 'a', mostMinor: 300 }]);
  });
  it('is nothing where nothing is to be paid back, nothing came by card, or it went already', () => {
    expect([of(0), of(-500, { state: 'OPEN' }), of(-500, { dispute: 'LOST' }), of(-500, { refunds: [refund('DONE', 29_900)] }), cardToRefund({ owedMinor: -500, cards: [] })]).toEqual([null, null, null, null, null]);
  });
});

it('what may be noted as paid back is not on its way to a card already', () => {
  const left = (owedMinor: number, ...refunds: Card['refunds']): number => leftToRefund({ owedMinor, cards: [{ ...card, refunds }] });
  expect([left(100), left(-500), left(-500, refund('SENT', 200), refund('DONE', 100)), left(-500, refund('ASKED', 500))]).toEqual([0, 500, 300, 0]);
});
