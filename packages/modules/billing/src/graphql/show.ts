import { METERS, type ChangePreview, type DayQuantity, type Plan, type PlanChoice } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';
import type { PlanView } from '../application/plan-view.js';
import type { MeterUsage } from '../application/usage.js';
import { METER_WORDS, showPlanId } from './words.js';

/** A plan in the words of the schema. */
export function showPlan({ id, monthly, quotas, overage }: Plan) {
  return {
    id: showPlanId(id),
    monthlyMinor: monthly.amountMinor,
    retentionDays: quotas.retentionDays,
    packages: quotas.packages,
    packageBytes: quotas.packageBytes,
    meters: METERS.map((meter) => ({ meter: METER_WORDS[meter], quota: quotas[meter], ...showOverage(overage[meter] ?? null) })),
  };
}

function showOverage(overage: MeterUsage['overage']) {
  return { overage: overage && { amountMinor: overage.price.amountMinor, per: overage.per } };
}

const showDay = ({ localDay, quantity }: DayQuantity) => ({ date: isoDate(localDay), quantity });
const showChoice = (choice: PlanChoice | null) => choice && { plan: showPlanId(choice.planId), from: isoDate(choice.fromDay) };

/** How a meter stands, in the words of the schema. */
export function showUsage({ meter, used, quota, cap, limit, state, overage, days, forecast }: MeterUsage) {
  return {
    meter: METER_WORDS[meter],
    used,
    quota,
    cap,
    limit,
    state: state.toUpperCase() as Uppercase<typeof state>,
    ...showOverage(overage),
    days: days.map(showDay),
    forecast: forecast && { total: forecast.total, days: forecast.days.map(showDay) },
  };
}

/** A company's plan in the words of the schema. */
export function showPlanView({ plan, since, next, month, today, usage, offers }: PlanView) {
  return {
    plan: showPlan(plan),
    since: showChoice(since),
    next: showChoice(next),
    today: isoDate(today),
    monthFrom: isoDate(month.firstDay),
    monthTo: isoDate(month.afterLastDay - 1),
    usage: usage.map(showUsage),
    offers: offers.map(showPlan),
  };
}

/** The bill before a change, in the words of the schema. */
export function showPreview({ direction, takesEffectOn, lines, dueNow, taxDueNow, nextMonthly, shortfalls, isHindered }: ChangePreview) {
  return {
    isAtOnce: direction === 'up',
    takesEffectOn: isoDate(takesEffectOn),
    lines: lines.map(({ kind, planId, fromDay, toDay, quantity, per, unitPrice, amount }) => ({
      isCredit: kind === 'credit',
      plan: showPlanId(planId),
      from: isoDate(fromDay),
      to: isoDate(toDay - 1),
      days: quantity,
      daysOfMonth: per,
      monthlyMinor: unitPrice.amountMinor,
      amountMinor: amount.amountMinor,
    })),
    dueNowMinor: dueNow.amountMinor,
    taxDueNowMinor: taxDueNow.amountMinor,
    nextMonthlyMinor: nextMonthly.amountMinor,
    shortfalls: shortfalls.map(({ meter, ...shortfall }) => ({ meter: METER_WORDS[meter], ...shortfall })),
    isHindered,
  };
}
