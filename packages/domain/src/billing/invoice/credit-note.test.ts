import { cny, DAY_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { Draws } from '../../simulation/random.js';
import { monthOf } from '../month/calendar-month.js';
import { PLANS } from '../plan/catalogue.js';
import { balanceOf } from './balance.js';
import { creditNote } from './credit-note.js';
import type { CreditNote } from './credit-note.js';
import { creditLine, feeLine } from './fee-line.js';
import { invoiceOf } from './invoice.js';

const today = Date.parse('2026-11-10') / DAY_MS;
const month = monthOf(today);
const invoice = invoiceOf('TN-202611-000042', today, [creditLine(PLANS.starter, month, today), feeLine(PLANS.standard, month, today)]);
const [back, fee] = invoice.lines as [(typeof invoice.lines)[number], (typeof invoice.lines)[number]];
const note = (parts: readonly (readonly [number, number])[], earlier: readonly CreditNote[] = []): CreditNote =>
  creditNote({ invoice, earlier, issuedOn: today + 3, reason: 'An hour of outage', parts: parts.map(([lineNo, fen]) => ({ lineNo, amount: cny(fen) })) });

describe('a credit note', () => {
  it('takes a whole invoice back, credits too, tax and all', () => {
    const whole = note([[1, back.amount.amountMinor], [2, fee.amount.amountMinor]]);
    expect(whole).toMatchObject({ number: 'TN-202611-000042-R1', gross: cny(-invoice.gross.amountMinor), tax: cny(-invoice.tax.amountMinor) });
    expect(balanceOf(invoice, [whole], []).state).toBe('settled');
  });

  it('gives back exactly a line’s tax when it is taken back piece by piece', () => {
    const draws = new Draws(15, 1, 1);
    const single = invoiceOf('TN-202611-000043', today, [feeLine(PLANS.starter, month, month.firstDay)]);
    for (let round = 0; round < 200; round += 1) {
      let left = single.gross.amountMinor;
      const notes: CreditNote[] = [];
      while (left > 0) {
        const fen = Math.min(left, Math.ceil(draws.between(1, 9_000)));
        notes.push(creditNote({ invoice: single, earlier: notes, issuedOn: today, reason: 'Piece by piece', parts: [{ lineNo: 1, amount: cny(fen) }] }));
        left -= fen;
      }
      expect(notes.reduce((sum, { tax }) => sum + tax.amountMinor, 0)).toBe(-single.tax.amountMinor);
      for (const { tax } of notes) expect(tax.amountMinor).toBeLessThanOrEqual(0);
      expect(new Set(notes.map(({ number }) => number)).size).toBe(notes.length);
    }
  });

  it.each([
    [[[3, 1]], 'CREDIT_NOTE.NO_SUCH_LINE'],
    [[], 'CREDIT_NOTE.EMPTY'],
    [[[2, 1], [2, 1]], 'CREDIT_NOTE.LINE_TWICE'],
    [[[2, fee.amount.amountMinor + 1]], 'CREDIT_NOTE.TOO_MUCH'],
    [[[2, invoice.gross.amountMinor + 1]], 'CREDIT_NOTE.TOO_MUCH'],
    [[[2, -1]], 'CREDIT_NOTE.TOO_MUCH'],
    [[[2, 0]], 'CREDIT_NOTE.TOO_MUCH'],
    [[[2, 0.5]], 'CREDIT_NOTE.TOO_MUCH'],
    [[[1, 1]], 'CREDIT_NOTE.TOO_MUCH'],
    [[[1, -1]], 'CREDIT_NOTE.TOO_MUCH'],
  ] as const)('is refused for %j', (parts, code) => expect(() => note(parts)).toThrow(expect.objectContaining({ code })));

  it('counts what earlier notes took back', () => {
    const first = note([[2, 400_00]]);
    expect(() => note([[2, 90_01]], [first])).toThrow(expect.objectContaining({ code: 'CREDIT_NOTE.TOO_MUCH' }));
    expect(note([[2, 90_00]], [first]).number).toBe('TN-202611-000042-R2');
  });
});

describe('how an invoice stands', () => {
  const paid = { kind: 'payment', amount: invoice.gross } as const;
  it('is open until all of it is paid', () => {
    expect(balanceOf(invoice, [], [])).toEqual({ owed: invoice.gross, state: 'open' });
    expect(balanceOf(invoice, [], [{ ...paid, amount: cny(1) }]).owed.amountMinor).toBe(invoice.gross.amountMinor - 1);
    expect(balanceOf(invoice, [], [paid]).state).toBe('settled');
  });
  it('is to be paid back when it was paid twice, or paid and taken back', () => {
    expect(balanceOf(invoice, [], [paid, paid])).toEqual({ owed: cny(-invoice.gross.amountMinor), state: 'to-refund' });
    const credited = note([[2, 100_00]]);
    expect(balanceOf(invoice, [credited], [paid])).toEqual({ owed: cny(-100_00), state: 'to-refund' });
    expect(balanceOf(invoice, [credited], [paid, { kind: 'refund', amount: cny(100_00) }]).state).toBe('settled');
  });
});
