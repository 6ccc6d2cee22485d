import { describe, expect, it } from '@jest/globals';
import { cny } from '@tenon/kernel';
import { INVOICE_MOVES, INVOICE_STATES, invoiceMove, standingState } from './invoice-state.js';
import type { InvoiceState } from './invoice-state.js';

/** The legal moves, written down a second time; whatever is not here is refused. */
const LEGAL = ['draft issued', 'draft paid', 'issued overdue', 'issued paid', 'issued void', 'overdue issued', 'overdue paid', 'overdue void', 'paid issued', 'paid overdue', 'paid void'];
const PAIRS = INVOICE_STATES.flatMap((from) => INVOICE_STATES.map((to): [InvoiceState, InvoiceState] => [from, to])).filter(([from, to]) => from !== to);

describe('the states of an invoice', () => {
  it.each(PAIRS)('%s to %s', (from, to) => {
    if (LEGAL.includes(`${from} ${to}`)) expect(invoiceMove(from, to)).toBe(to);
    else expect(() => invoiceMove(from, to)).toThrow(expect.objectContaining({ kind: 'conflict', code: 'INVOICE.ILLEGAL_MOVE', details: { from, to } }));
  });

  it('are never left for a draft, nor is void left at all', () => {
    expect(Object.values(INVOICE_MOVES).flat()).not.toContain('draft');
    expect(INVOICE_MOVES.void).toEqual([]);
    for (const state of INVOICE_STATES) expect(invoiceMove(state, state)).toBe(state);
  });
});

describe('where an invoice stands', () => {
  const facts = (owed: number, today: number, isTakenBack = false) => ({ balance: { owed: cny(owed), state: 'open' as const }, isTakenBack, dueOn: 100, today });
  it('goes by what is owed and by the day after the one on which it is due', () => {
    expect([facts(1, 100), facts(1, 101), facts(0, 101), facts(-1, 101), facts(0, 50, true)].map(standingState)).toEqual(['issued', 'overdue', 'paid', 'paid', 'void']);
  });
});
