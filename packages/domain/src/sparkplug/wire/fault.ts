import { type AppError, invalid } from '@tenon/kernel';

/** The refusal of bytes that are no Sparkplug B payload. @param byte where it showed, from 0 */
export function badPayload(fault: string, byte: number): AppError {
  return invalid('SPARKPLUG.BAD_PAYLOAD', `The payload is no Sparkplug B payload: ${fault} at byte ${byte}.`, { fault, byte });
}

/** The refusal of a payload that holds more than is read of one. */
export function tooMuch(what: 'metrics' | 'levels' | 'cells', limit: number): AppError {
  return invalid('SPARKPLUG.TOO_MUCH', `The payload holds more than ${limit} ${what}.`, { what, limit });
}
