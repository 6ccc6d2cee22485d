import { invalid } from '@tenon/kernel';

/** Below this a machine that sends every few minutes would be told of all day; above, it is no news any more. Minutes. */
const LEAST_MINUTES = 5;
const MOST_MINUTES = 7 * 24 * 60;

/**
 * For how many minutes a machine may send nothing before its people are told, as a company may choose it.
 * @returns the same number
 * @throws AppError (invalid) TENANT.SILENT_AFTER unless it is whole, and from 5 minutes to a week
 */
export function demandSilentAfter(minutes: number): number {
  if (Number.isInteger(minutes) && minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES) return minutes;
  throw invalid('TENANT.SILENT_AFTER', `A machine counts as silent after ${LEAST_MINUTES} minutes to a week.`, { least: LEAST_MINUTES, most: MOST_MINUTES });
}
