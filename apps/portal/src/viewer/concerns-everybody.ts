import type { StandingFactsFragment } from '../generated/documents';

/** How many days before its end a trial is on everybody's mind. */
const LAST_DAYS = 14;

/** Whether where the company stands is to be said on every page. */
export function concernsEverybody({ state, next }: Pick<StandingFactsFragment, 'state' | 'next'>): boolean {
  if (state === 'TRIAL') return next != null && next.daysLeft <= LAST_DAYS;
  return state !== 'ACTIVE';
}
