import type { AppError } from '@tenon/kernel';
import { type DecodeArea, decodeFault, shown } from './decode-fault.js';
import { locateJsonFault } from './locate-json-fault.js';

const BYTE_ORDER_MARK = 0xfeff;

function badJson(area: DecodeArea, text: string): AppError {
  const place = { area, position: null };
  const at = locateJsonFault(text) ?? text.length;
  if (at >= text.length) {
    const message = text.trim() === '' ? 'The payload is empty.' : 'The payload ends before its JSON is complete.';
    return decodeFault(place, 'BAD_JSON', message, { character: at + 1, near: '' });
  }
  const near = shown(text.slice(at, at + 20));
  return decodeFault(place, 'BAD_JSON', `The payload is not JSON from character ${at + 1}: ${near}`, { character: at + 1, near });
}

/**
 * Reads a payload's JSON; a byte order mark before it is passed over, as some PLC libraries send one.
 * @throws AppError (invalid) `<area>.BAD_JSON`, details `character` (from 1) and `near`, the text found there
 */
export function parseJson(area: DecodeArea, text: string): unknown {
  const json = text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    throw badJson(area, json);
  }
}
