import { AppError, type ErrorDetails, invalid } from '@tenon/kernel';

/** Which kind of message is being read; the first half of each refusal code. */
export type DecodeArea = 'TELEMETRY' | 'ATTRIBUTE';

/** Why a payload's content is refused; the second half of each refusal code. */
export type DecodeReason =
  | 'BAD_JSON'
  | 'WRONG_SHAPE'
  | 'BAD_TIMESTAMP'
  | 'EMPTY'
  | 'TOO_MANY_METRICS'
  | 'KEY_INVALID'
  | 'VALUE_INVALID'
  | 'VALUE_TOO_LARGE'
  | 'NOT_FINITE'
  | 'NESTED_TOO_DEEP';

/** Where in a message a fault lies: the kind of message, and the reading's place in the array, from 1 (`null` if the message is no array). */
export interface Place {
  readonly area: DecodeArea;
  readonly position: number | null;
}

const SHOWN_LENGTH = 60;

/** A device's own text made fit to show: control characters and lone surrogates as `\uXXXX`, cut after 60 characters. */
export function shown(text: string): string {
  const cut = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
  return cut.replace(/[\p{Cc}\p{Surrogate}]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The refusal of a payload, kind `invalid`; `details.position` is the reading's place in the array, from 1, where there is an array. */
export function decodeFault(place: Place, reason: DecodeReason, message: string, details: ErrorDetails = {}): AppError {
  const where = place.position === null ? '' : ` (element ${place.position} of the array)`;
  const facts = place.position === null ? details : { ...details, position: place.position };
  return invalid(`${place.area}.${reason}`, message + where, facts);
}
