import { describe, expect, it } from '@jest/globals';
import { HOUR_MS } from '@tenon/kernel';
import { type Budget, budgetWaitMs, refilled, spent } from './reading-budget.js';

const RULE = { saved: 1_000, perHour: 600, mostOwed: 1_200 };
const NOW = Date.UTC(2026, 10, 27);
const FULL: Budget = { left: RULE.saved, atMs: NOW };

describe('what a company may ask for over time', () => {
  it('is saved up, and comes back steadily, but no more of it', () => {
    const budget = spent(FULL, 700, NOW, RULE);
    expect([budget.left, refilled(budget, NOW + HOUR_MS / 2, RULE).left, refilled(budget, NOW + 5 * HOUR_MS, RULE).left]).toEqual([300, 600, 1_000]);
  });

  it('lets an answer end that takes more, and then waits until all of that is back and something is left', () => {
    const budget = spent(FULL, 1_300, NOW, RULE);
    const waitMs = budgetWaitMs(budget, NOW, RULE);
    expect([budget.left, waitMs]).toEqual([-300, HOUR_MS / 2 + 1]);
    expect([budgetWaitMs(budget, NOW + waitMs - 1, RULE) > 0, budgetWaitMs(budget, NOW + waitMs, RULE)]).toEqual([true, 0]);
  });

  it('is never owed for longer than a known time', () => {
    expect(budgetWaitMs(spent(FULL, 1e12, NOW, RULE), NOW, RULE)).toBe(2 * HOUR_MS + 1);
  });

  it('gives nothing for a clock that was set back', () => {
    const back = refilled({ left: 0, atMs: NOW }, NOW - HOUR_MS, RULE);
    expect(back).toEqual({ left: 0, atMs: NOW });
  });

  it('refuses whoever has nothing left, and nobody who has', () => {
    expect([budgetWaitMs({ left: 0, atMs: NOW }, NOW, RULE), budgetWaitMs({ left: 1, atMs: NOW }, NOW, RULE)]).toEqual([1, 0]);
  });
});
