import { cny } from '@tenon/kernel';
import type { OveragePrice, Plan, PlanId, Quotas } from './plan.js';

const MILLION = 1_000_000;
const GB = 1_000_000_000;

/** Overage at one price on every paid plan: machines by the day, points by the million, API calls by ten thousand. */
const OVERAGE: Readonly<Record<'devices' | 'pointsADay' | 'apiCallsADay', OveragePrice>> = {
  devices: { price: cny(150), per: 1 },
  pointsADay: { price: cny(20), per: MILLION },
  apiCallsADay: { price: cny(50), per: 10_000 },
};

const STANDARD_QUOTAS: Quotas = { devices: 50, pointsADay: 60 * MILLION, retentionDays: 366, members: 50, apiCallsADay: 200_000, apps: 10, packages: 200, packageBytes: 2 * GB };

/**
 * The catalogue, prices in fen with tax included. Ten machines that send twelve metrics a second make 10.4 million points a day;
 * the plans are cut so that machines, and not points, are what a company outgrows first. The trial shows the standard plan.
 * Prices and quotas are proposals of the platform's makers.
 */
export const PLANS: Readonly<Record<PlanId, Plan>> = {
  trial: { id: 'trial', monthly: cny(0), quotas: STANDARD_QUOTAS, overage: {} },
  starter: {
    id: 'starter',
    monthly: cny(299_00),
    quotas: { devices: 10, pointsADay: 12 * MILLION, retentionDays: 92, members: 5, apiCallsADay: 20_000, apps: 3, packages: 50, packageBytes: GB / 2 },
    overage: OVERAGE,
  },
  standard: { id: 'standard', monthly: cny(999_00), quotas: STANDARD_QUOTAS, overage: OVERAGE },
  enterprise: {
    id: 'enterprise',
    monthly: cny(3_999_00),
    quotas: { devices: 300, pointsADay: 360 * MILLION, retentionDays: 1_097, members: 300, apiCallsADay: 2 * MILLION, apps: 50, packages: 1_000, packageBytes: 10 * GB },
    overage: OVERAGE,
  },
};
