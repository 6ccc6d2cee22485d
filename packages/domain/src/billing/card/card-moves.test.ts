import { describe, expect, it } from '@jest/globals';
import { cardMoves, cardRefundable, cardRefundMoves, disputeMoves, paidMisfit } from './card-moves.js';
import { CARD_STATES } from './card-news.js';

const REFUND_STATES = ['asked', 'sent', 'done', 'failed'] as const;
const pairs = <State extends string, To extends string>(from: readonly State[], to: readonly To[], moves: (a: State, b: To) => boolean): string[] => from.flatMap((a) => to.filter((b) => moves(a, b)).map((b) => `${a} ${b}`));

describe('news of a card, in whatever order it comes', () => {
  it('never takes a payment back that arrived, and finds one that was given up', () => {
    expect(pairs(CARD_STATES, CARD_STATES, cardMoves)).toEqual(['open paid', 'open failed', 'open expired', 'failed paid', 'expired paid']);
  });
  it('sends a refund once, and hears of one that came back', () => {
    expect(pairs(REFUND_STATES, REFUND_STATES, cardRefundMoves)).toEqual(['asked sent', 'asked done', 'asked failed', 'sent done', 'sent failed', 'done failed']);
  });
  it('ends a dispute once', () => {
    expect(pairs(['', 'open', 'won', 'lost'], ['open', 'won', 'lost'], (from, to) => disputeMoves(from === '' ? null : from, to))).toEqual([' open', ' won', ' lost', 'open won', 'open lost']);
  });
});

describe('money by card', () => {
  it('fits by its amount to the fen and its currency alone', () => {
    expect([paidMisfit(29_900, { amountMinor: 29_900, currency: 'cny' }), paidMisfit(29_900, { amountMinor: 29_899, currency: 'cny' }), paidMisfit(29_900, { amountMinor: 29_900, currency: 'usd' })]).toEqual([null, 'amount', 'currency']);
  });
  it('goes back up to what is to be paid back, without what is on its way, and never more than came', () => {
    const all = { owedMinor: -500, waitingMinor: 0, paidMinor: 29_900, goneMinor: 0 };
    expect([all, { ...all, waitingMinor: 200 }, { ...all, goneMinor: 29_800 }, { ...all, owedMinor: 1 }, { ...all, waitingMinor: 600 }].map(cardRefundable)).toEqual([500, 300, 100, 0, 0]);
  });
});
