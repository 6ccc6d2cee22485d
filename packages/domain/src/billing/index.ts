/**
 * Plans and what follows from them: quotas, caps, what use will come to, the bill before a change, and invoices, to the fen.
 * Pure: days are local days of the company since 1970-01-01 (`localTimeAt` of the energy room makes them of instants), prices
 * contain tax, and no amount depends on when or how often it is reckoned.
 */
export { type DayQuantity, type LocalTimeOf, type Meter, METER_KINDS, type MeterHour, METERS } from './plan/meter.js';
export { type OveragePrice, type Plan, PLAN_IDS, type PlanId, type Quotas } from './plan/plan.js';
export { PLANS } from './plan/catalogue.js';

export { type Caps, checkedCaps, limitOf, MAX_CAP_OF_QUOTA, mostOverage } from './quota/caps.js';
export { type Forecast, forecast, type ForecastInput, LEAST_FORECAST_HOURS } from './quota/forecast.js';
export type { HourQuantity } from './quota/hour-profile.js';
export { NOTICE_SHARES, type NoticeShare, quotaState, type QuotaState, shareReached } from './quota/quota-state.js';
export { demandRoom, type MeterStanding, type QuotaRefusal, quotaRefusal } from './quota/refusal.js';

export { type CalendarMonth, daysIn, monthOf } from './month/calendar-month.js';

export { type ChangeInput, type ChangePreview, previewChange } from './change/preview-change.js';
export { closingLines, type ClosingInput } from './change/closing-lines.js';
export type { Shortfall } from './change/shortfalls.js';

export { type Balance, balanceOf, type Payment } from './invoice/balance.js';
export { type CreditedPart, type CreditNote, creditNote, type CreditNoteInput, type CreditNoteLine } from './invoice/credit-note.js';
export { type Invoice, invoiceOf, isOverdue, PAYMENT_DAYS } from './invoice/invoice.js';
export type { DayOverage, DraftLine, FeeLine, InvoiceLine, OverageLine } from './invoice/invoice-line.js';
export { INVOICE_MOVES, INVOICE_STATES, type InvoiceFacts, invoiceMove, type InvoiceState, standingState } from './invoice/invoice-state.js';
export { monthlyLines, type MonthlyInput } from './invoice/monthly-lines.js';
export { monthsDue } from './invoice/months-due.js';
export type { PlanStretch } from './invoice/plan-stretch.js';
export { REMINDER_DAYS, reminderDue } from './invoice/reminder-due.js';
export { type BilledDay, supplementLines } from './invoice/supplement-lines.js';
export { VAT_PERCENT } from './invoice/tax.js';

export { KEPT_ON_DAYS, keptDays } from './terms/kept-days.js';
export { type MeterLimit, planWith, type PlanChoice, type Terms, termsOn } from './terms/terms.js';
export { matchedInvoice, type OpenInvoice } from './payment/match-entry.js';
export { MOST_ENTRIES, type StatementEntry, statementEntries } from './payment/statement-csv.js';

export { CARD_CURRENCY, cardMoves, cardRefundable, cardRefundMoves, disputeMoves, paidMisfit } from './card/card-moves.js';
export { type CardNews, type CardProblem, type CardRefundState, CARD_STATES, type CardState, type DisputeState } from './card/card-news.js';

export { type BillingMove, isPausedAt, type Pause, pauseEnds, type PauseEnd, pauses } from './pause/pauses.js';
export { pauseLines } from './pause/pause-lines.js';

export { type LimitChange, limitsOn, planStretches, type TermsHistory } from './terms/plan-stretches.js';
export { dayQuantities } from './usage/day-quantities.js';
