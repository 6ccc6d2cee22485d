/**
 * Plans and what follows from them: quotas, caps, what use will come to, and the bill before a change, to the fen.
 * Pure: days are local days of the company since 1970-01-01 (`localTimeAt` of the energy room makes them of instants), prices
 * contain tax, and no amount depends on when or how often it is reckoned.
 */
export { type DayQuantity, type LocalTimeOf, type Meter, METER_KINDS, METERS } from './plan/meter.js';
export { type OveragePrice, type Plan, PLAN_IDS, type PlanId, type Quotas } from './plan/plan.js';
export { PLANS } from './plan/catalogue.js';

export { type Caps, checkedCaps, limitOf, MAX_CAP_OF_QUOTA, mostOverage } from './quota/caps.js';
export { type Forecast, forecast, type ForecastInput, LEAST_FORECAST_HOURS } from './quota/forecast.js';
export type { HourQuantity } from './quota/hour-profile.js';
export { NOTICE_SHARES, type NoticeShare, quotaState, type QuotaState, shareReached } from './quota/quota-state.js';
export { demandRoom, type MeterStanding, type QuotaRefusal, quotaRefusal } from './quota/refusal.js';

export { type CalendarMonth, daysIn, monthOf } from './month/calendar-month.js';

export { type ChangeInput, type ChangePreview, previewChange } from './change/preview-change.js';
export type { Shortfall } from './change/shortfalls.js';

export type { FeeLine } from './invoice/fee-line.js';

export { type MeterLimit, planWith, type PlanChoice, type Terms, termsOn } from './terms/terms.js';
export { dayQuantities } from './usage/day-quantities.js';
