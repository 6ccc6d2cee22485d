import type { Money } from '@tenon/kernel';
import type { DayQuantity, Meter } from '../plan/meter.js';
import type { PlanId } from '../plan/plan.js';

/** What every line says: `quantity` at `unitPrice` for each `per` of it makes `amount`, tax included, over the local days `[fromDay, toDay)`. */
interface PricedLine {
  readonly planId: PlanId;
  readonly fromDay: number;
  readonly toDay: number;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly per: number;
  /** To the fen; below zero on a credit. */
  readonly amount: Money;
}

/** A plan's fee for days of a month (`per` is the month's days), or the credit for paid days that are no longer used. */
export interface FeeLine extends PricedLine {
  readonly kind: 'fee' | 'credit';
}

/** A day's use, and what of it is billed as beyond the quota. */
export interface DayOverage extends DayQuantity {
  readonly beyond: number;
}

/** What went beyond a quota, as the readings say it; a supplement is what came late of days that were billed, beyond what was billed of them. */
export interface OverageLine extends PricedLine {
  readonly kind: 'overage' | 'supplement';
  readonly meter: Meter;
  /** The quota of a day. */
  readonly included: number;
  /** How many hourly readings stand behind the line. */
  readonly hours: number;
  /** Each day that has readings, in order; `quantity` of the line is the sum of their `beyond`. */
  readonly days: readonly DayOverage[];
}

/** A line before it stands on an invoice. */
export type DraftLine = FeeLine | OverageLine;

/** A line of an invoice: numbered from 1, with the tax that its amount contains. */
export type InvoiceLine = DraftLine & { readonly lineNo: number; readonly tax: Money };
