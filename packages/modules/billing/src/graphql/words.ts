import type { Meter, PlanId } from '@tenon/domain/billing';
import type { Meter as MeterWord, PlanId as PlanWord } from '@tenon/graphql/resolvers';

/** Meters as the schema calls them. */
export const METER_WORDS = { devices: 'DEVICES', pointsADay: 'POINTS_A_DAY', apiCallsADay: 'API_CALLS_A_DAY', members: 'MEMBERS', apps: 'APPS' } as const satisfies Readonly<Record<Meter, MeterWord>>;
const METER_OF = Object.fromEntries(Object.entries(METER_WORDS).map(([meter, word]) => [word, meter])) as Readonly<Record<MeterWord, Meter>>;

/** A meter by the schema's word. */
export function readMeter(word: MeterWord): Meter {
  return METER_OF[word];
}

/** A plan by the schema's word. */
export function readPlanId(word: PlanWord): PlanId {
  return word.toLowerCase() as Lowercase<PlanWord>;
}

/** A plan's word in the schema. */
export function showPlanId(planId: PlanId): Uppercase<PlanId> {
  return planId.toUpperCase() as Uppercase<PlanId>;
}
