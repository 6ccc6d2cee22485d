import { isSignUpRule, REVIEW_DECISIONS, REVIEW_STATES, SIGN_UP_RULES, type ReviewDecision, type ReviewState } from '@tenon/domain/sign-ups';
import type { AskedRow, ReviewRow } from '../persistence/review.repository.js';

/** As the schema writes it: `ask-papers` is ASK_PAPERS. */
const inCapitals = (word: string) => word.replaceAll('-', '_').toUpperCase();

/** A state from the words of the schema. */
export const readState = (word: string): ReviewState => REVIEW_STATES.find((state) => inCapitals(state) === word) ?? 'open';

/** A decision from the words of the schema. */
export const readDecision = (word: string): ReviewDecision => (Object.keys(REVIEW_DECISIONS) as ReviewDecision[]).find((decision) => inCapitals(decision) === word) ?? 'clear';

/** A review in the words of the schema. */
export function showReview({ state, signals, openedAt, decisions, ...company }: ReviewRow) {
  return {
    ...company,
    state: inCapitals(state),
    signals: signals.filter(({ rule }) => isSignUpRule(rule)).map(({ rule, subject }) => ({ rule, subject, what: SIGN_UP_RULES[rule] })),
    openedAt: openedAt.toISOString(),
    decisions: decisions.map(({ decision, decidedAt, ...each }) => ({ ...each, decision: inCapitals(decision), decidedAt: decidedAt.toISOString() })),
  };
}

/** What is asked of a company in the words of the schema. */
export const showAsked = (row: AskedRow | null) => row && { text: row.asked, askedAt: row.askedAt.toISOString() };
