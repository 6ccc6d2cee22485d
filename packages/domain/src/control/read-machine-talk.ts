import { invalid } from '@tenon/kernel';
import { fitText, isTooDeep, madeFit } from './fit-for-jsonb.js';

/** Keys that a machine asks for on each side: null for all, absent for none. */
export interface MachineQuestion {
  readonly client?: readonly string[] | null;
  readonly shared?: readonly string[] | null;
}

const MOST_KEYS = 500;
const LONGEST_ANSWER = 16_384;

/** Calls that the platform answers itself. */
export const SERVER_CALLS = ['getCurrentTime', 'getTime', 'getSessionLimits'] as const;

function parsed(text: string, code: string): Record<string, unknown> {
  try {
    const value: unknown = text.trim() === '' ? {} : JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw invalid(code, 'The payload is not a JSON object.');
}

function keysOf(value: unknown): readonly string[] | null {
  if (typeof value !== 'string') throw invalid('CALL.BAD_QUESTION', 'The keys are one text, separated by commas.');
  const keys = value.split(',').flatMap((key) => key.trim() || []);
  if (keys.length > MOST_KEYS || keys.some((key) => key.includes('\u0000'))) throw invalid('CALL.BAD_QUESTION', `At most ${MOST_KEYS} keys are asked for at once.`, { limit: MOST_KEYS });
  return keys.length === 0 ? null : keys;
}

/**
 * Which attributes a machine asks for: keys separated by commas, an empty text for all of a side. Where it names neither side, all of both.
 * @throws AppError (invalid) CALL.BAD_QUESTION
 * @see https://thingsboard.io/docs/reference/mqtt-api/attributes/
 */
export function machineQuestion(asked: { readonly clientKeys?: unknown; readonly sharedKeys?: unknown }): MachineQuestion {
  if (asked.clientKeys === undefined && asked.sharedKeys === undefined) return { client: null, shared: null };
  return { ...(asked.clientKeys !== undefined && { client: keysOf(asked.clientKeys) }), ...(asked.sharedKeys !== undefined && { shared: keysOf(asked.sharedKeys) }) };
}

/** The same from a message. @throws AppError (invalid) CALL.BAD_QUESTION */
export function readMachineQuestion(text: string): MachineQuestion {
  return machineQuestion(parsed(text, 'CALL.BAD_QUESTION'));
}

/** A machine's call to the platform. @throws AppError (invalid) CALL.BAD_JSON; CALL.UNKNOWN_METHOD for what the platform does not answer itself */
export function readMachineCall(text: string): { readonly method: (typeof SERVER_CALLS)[number] } {
  const { method } = parsed(text, 'CALL.BAD_JSON');
  const known = SERVER_CALLS.find((one) => one === method);
  if (!known) throw invalid('CALL.UNKNOWN_METHOD', `The platform answers ${SERVER_CALLS.join(', ')}.`, { method: typeof method === 'string' ? method.slice(0, 128) : null });
  return { method: known };
}

/**
 * A machine's answer to a command: JSON, or what else it wrote as a text; characters that cannot be kept are shown as �.
 * @throws AppError (invalid) COMMAND.ANSWER_TOO_LARGE above 16,384 characters
 */
export function readMachineAnswer(text: string): unknown {
  if (text.length > LONGEST_ANSWER) throw invalid('COMMAND.ANSWER_TOO_LARGE', `An answer has at most ${LONGEST_ANSWER} characters.`, { length: text.length, limit: LONGEST_ANSWER });
  try {
    const value: unknown = text.trim() === '' ? null : JSON.parse(text);
    return isTooDeep(value) ? fitText(text) : madeFit(value);
  } catch {
    return fitText(text);
  }
}
