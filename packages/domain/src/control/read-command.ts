import { DAY_MS, invalid, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { isFitForJsonb, isTooDeep } from './fit-for-jsonb.js';

/** A command as somebody wants it sent. Durations are in milliseconds. */
export interface WantedCommand {
  readonly method: string;
  /** Any JSON value; left out, an empty object. */
  readonly params?: unknown;
  /** Whether the machine is to answer. */
  readonly expectsAnswer: boolean;
  /** How long an answer, or the acknowledgement where none is expected, may take once it is sent; left out, 10 s. */
  readonly timeoutMs?: number | null | undefined;
  /** For how long it waits for a machine that does not listen; left out, a day. */
  readonly expiresInMs?: number | null | undefined;
}

/** A command that can be sent. */
export interface Command {
  readonly method: string;
  readonly params: unknown;
  readonly expectsAnswer: boolean;
  readonly timeoutMs: number;
  readonly expiresInMs: number;
}

const LONGEST_METHOD = 128;
/** In characters of JSON: what the smallest machines can take is less, what the largest send is no command. */
const LONGEST_PARAMS = 16_384;
const UNFIT = /[\p{Cc}\p{Surrogate}]/u;
const TIMEOUT = { code: 'COMMAND.TIMEOUT', least: SECOND_MS, most: 10 * MINUTE_MS, usual: 10 * SECOND_MS };
const EXPIRY = { code: 'COMMAND.EXPIRY', least: SECOND_MS, most: 7 * DAY_MS, usual: DAY_MS };

/**
 * Reads a command that somebody wants sent.
 * @throws AppError (invalid) COMMAND.METHOD unless it has 1 to 128 characters without control characters; COMMAND.PARAMS above 16,384
 *   characters of JSON, or nested more than 32 levels deep, or with a NUL or half a character in it; COMMAND.TIMEOUT unless 1 s to 10 min; COMMAND.EXPIRY unless 1 s to 7 days
 */
export function readCommand({ method, params, expectsAnswer, timeoutMs, expiresInMs }: WantedCommand): Command {
  const name = method.trim();
  if (name === '' || name.length > LONGEST_METHOD || UNFIT.test(name)) throw invalid('COMMAND.METHOD', `A method has 1 to ${LONGEST_METHOD} characters.`, { limit: LONGEST_METHOD });
  return { method: name, params: readParams(params), expectsAnswer, timeoutMs: readSpan(timeoutMs, TIMEOUT), expiresInMs: readSpan(expiresInMs, EXPIRY) };
}

function readParams(params: unknown): unknown {
  if (params === undefined) return {};
  if (isTooDeep(params) || JSON.stringify(params).length > LONGEST_PARAMS || !isFitForJsonb(params)) {
    throw invalid('COMMAND.PARAMS', `Parameters have at most ${LONGEST_PARAMS} characters of JSON, no NUL, and are not nested deeply.`, { limit: LONGEST_PARAMS });
  }
  return params;
}

function readSpan(ms: number | null | undefined, { code, least, most, usual }: typeof TIMEOUT): number {
  if (ms === undefined || ms === null) return usual;
  if (ms >= least && ms <= most) return Math.round(ms);
  throw invalid(code, `The time is not between ${least} and ${most} milliseconds.`, { least, most });
}
