import { invalid } from '@tenon/kernel';

/** What a note says, and when: an instant, or from one (included) to another (excluded); milliseconds since the epoch. */
export interface Note {
  readonly text: string;
  readonly fromMs: number;
  /** Null: an instant. */
  readonly toMs: number | null;
}

const LONGEST_TEXT = 500;
const DAY_MS = 86_400_000;

/** Whether the instants are a time that machines have data of, or are to have within a day: 1970 or later. */
function isSpan(fromMs: number, toMs: number | null, nowMs: number): boolean {
  return fromMs >= 0 && fromMs <= nowMs + DAY_MS && (toMs === null || (toMs > fromMs && toMs <= nowMs + DAY_MS));
}

/**
 * A note of a machine as it is kept, without blanks around it.
 * @throws AppError (invalid) ANNOTATION.TEXT_REQUIRED; ANNOTATION.TEXT_TOO_LONG above 500 characters; ANNOTATION.SPAN for a time before
 *   1970, more than a day ahead, or that ends before it starts
 */
export function readNote({ text, fromMs, toMs }: Note, nowMs: number): Note {
  const trimmed = text.trim();
  if (trimmed === '') throw invalid('ANNOTATION.TEXT_REQUIRED', 'The note needs a text.');
  if (trimmed.length > LONGEST_TEXT) throw invalid('ANNOTATION.TEXT_TOO_LONG', `The text is longer than ${LONGEST_TEXT} characters.`, { limit: LONGEST_TEXT });
  if (!isSpan(fromMs, toMs, nowMs)) throw invalid('ANNOTATION.SPAN', 'The note’s time ends before it starts, or lies too far away.');
  return { text: trimmed, fromMs, toMs };
}
