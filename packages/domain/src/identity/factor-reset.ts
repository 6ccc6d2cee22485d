import { DAY_MS, invalid } from '@tenon/kernel';

/** How long whoever still has a second factor has to object: three days, so that a weekend is not enough to miss the mail. Milliseconds. */
const WAIT_MS = 3 * DAY_MS;
/** For how long after that the password alone is enough. Milliseconds. */
const OPEN_MS = 7 * DAY_MS;
const LEAST_LETTERS = 20;
const MOST_LETTERS = 1_000;

/** From when until when a second factor may be taken away that was reported lost. */
export interface FactorResetTimes {
  readonly dueAt: Date;
  readonly lapsesAt: Date;
}

/** When a reset that is asked for now takes effect, and until when. */
export function factorResetTimes(now: Date): FactorResetTimes {
  const dueMs = now.getTime() + WAIT_MS;
  return { dueAt: new Date(dueMs), lapsesAt: new Date(dueMs + OPEN_MS) };
}

/**
 * How the office made sure who asks, in its own words: it stands in the trail for those who look later.
 * @throws AppError (invalid) SECOND_FACTOR.CHECK_REQUIRED unless it has 20 to 1,000 letters
 */
export function readIdentityCheck(text: string): string {
  const check = text.trim();
  if (check.length >= LEAST_LETTERS && check.length <= MOST_LETTERS) return check;
  throw invalid('SECOND_FACTOR.CHECK_REQUIRED', `Say how you made sure who asks, in ${LEAST_LETTERS} to ${MOST_LETTERS} letters.`, { least: LEAST_LETTERS, most: MOST_LETTERS });
}
