import { invalid } from '@tenon/kernel';
import { isSameSignal, type Signal } from './rules.js';

/** Where the review of a sign-up stands: to be looked at, papers asked for, decided, or with nothing left to look at. */
export const REVIEW_STATES = ['open', 'asked', 'cleared', 'suspended', 'lapsed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What somebody of the office may decide, and to where that leads. */
export const REVIEW_DECISIONS = { clear: 'cleared', 'ask-papers': 'asked', suspend: 'suspended' } as const satisfies Readonly<Record<string, ReviewState>>;
export type ReviewDecision = keyof typeof REVIEW_DECISIONS;

/** A review as it stands. */
export interface Review {
  readonly state: ReviewState;
  readonly signals: readonly Signal[];
  /** All signals that whoever decided has seen. */
  readonly seen: readonly Signal[];
}

/** Whether it waits for somebody of the office, or of the company. */
const isWaiting = (state: ReviewState): boolean => state === 'open' || state === 'asked';

/**
 * What a review becomes by what is found now, or null where it stays as it is. Nothing found and nothing before is no review. One that waits
 * lapses once nothing is found any more, and one for which papers were asked is open again when something about it changed. One that was
 * decided is open again by a signal that nobody saw, but for a suspended company.
 */
export function reviewAfter(before: Review | null, found: readonly Signal[]): Pick<Review, 'state' | 'signals'> | null {
  const isChanged = !isSameList(before?.signals ?? [], found);
  if (!isChanged) return null;
  return { state: stateAfter(before, found), signals: found };
}

function stateAfter(before: Review | null, found: readonly Signal[]): ReviewState {
  if (before === null || isWaiting(before.state)) return found.length > 0 ? 'open' : 'lapsed';
  const isNew = found.some((signal) => !before.seen.some((each) => isSameSignal(each, signal)));
  return isNew && before.state !== 'suspended' ? 'open' : before.state;
}

function isSameList(a: readonly Signal[], b: readonly Signal[]): boolean {
  return a.length === b.length && a.every((signal) => b.some((each) => isSameSignal(each, signal)));
}

const LONGEST_NOTE = 500;

/** Why somebody decides so, without what stands around it. @throws AppError (invalid) REVIEW.NOTE unless it has 1 to 500 letters */
export function readNote(text: string): string {
  const note = text.trim();
  if (note.length === 0 || note.length > LONGEST_NOTE) throw invalid('REVIEW.NOTE', `Say why, in at most ${LONGEST_NOTE} letters.`, { most: LONGEST_NOTE });
  return note;
}
