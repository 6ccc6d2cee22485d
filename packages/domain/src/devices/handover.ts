import { DAY_MS, invalid, SECOND_MS } from '@tenon/kernel';
import { isTokenGuessable } from './device-token.js';

/** Letters and digits that nobody takes for one another when reading a label aloud. @see Crockford's Base32 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 symbols of 5 bits each. */
const CODE_LENGTH = 20;
const GROUP = 5;
/** Random bytes that {@link newClaimCode} wants. */
export const CLAIM_CODE_BYTES = CODE_LENGTH;

/** Whoever takes a machine over says either the code of its release, or the machine's name and the secret that it told itself. */
export const HANDOVER_WAYS = ['code', 'machine'] as const;
export type HandoverWay = (typeof HANDOVER_WAYS)[number];

/** How long a release holds, in days. */
export const HANDOVER_DAYS = { least: 1, usual: 30, most: 365 } as const;
/** Machines that are released at once: a sheet or two of labels. */
export const MOST_RELEASED_AT_ONCE = 100;
/** Machines behind a gateway that go with it. */
export const MOST_GOING_ALONG = 500;

/** A code by which a machine is taken over: 100 bits, in groups as they are read aloud. @param randomBytes {@link CLAIM_CODE_BYTES} of them, from a cryptographic source */
export function newClaimCode(randomBytes: Uint8Array): string {
  const symbols = Array.from(randomBytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return symbols.match(new RegExp(`.{${GROUP}}`, 'gu'))?.join('-') ?? symbols;
}

/** The same code however it was typed: case, gaps and the letters that look like digits are forgiven. Null where it is none. */
export function readClaimCode(text: string): string | null {
  const symbols = text.toUpperCase().replaceAll(/[\s\-–—]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
  const isCode = symbols.length === CODE_LENGTH && [...symbols].every((symbol) => ALPHABET.includes(symbol));
  return isCode ? (symbols.match(new RegExp(`.{${GROUP}}`, 'gu'))?.join('-') ?? null) : null;
}

/** What a machine says of itself so that whoever knows its secret may take it over. */
export interface ClaimOffer {
  readonly secret: string;
  readonly durationMs: number;
}

const SHORTEST_SECRET = 12;
const LONGEST_SECRET = 256;
/** As ThingsBoard has it where a device says nothing. */
const USUAL_DURATION_MS = DAY_MS;
const LONGEST_DURATION_MS = 30 * DAY_MS;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw invalid('CLAIM.BAD_JSON', 'The claim is not a JSON object.', { expected: '{"secretKey":"…","durationMs":60000}' });
}

function parsed(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return fieldsOf(null);
  }
}

function offerOf({ secretKey, durationMs }: Fields): ClaimOffer {
  // It is looked for by a digest that costs nothing to reckon: it must not be one that can be tried.
  if (typeof secretKey !== 'string' || !isClaimSecret(secretKey)) throw invalid('CLAIM.WEAK_SECRET', `"secretKey" is to have ${SHORTEST_SECRET} characters or more, eight of them different.`);
  if (durationMs !== undefined && durationMs !== null && (typeof durationMs !== 'number' || !(durationMs > 0))) throw invalid('CLAIM.BAD_JSON', '"durationMs" is a number of milliseconds.', { expected: '{"secretKey":"…","durationMs":60000}' });
  return { secret: secretKey, durationMs: Math.min(Math.max(durationMs ?? USUAL_DURATION_MS, SECOND_MS), LONGEST_DURATION_MS) };
}

/** Whether a text could be the secret of a machine's claim. */
export function isClaimSecret(text: string): boolean {
  return text.length >= SHORTEST_SECRET && text.length <= LONGEST_SECRET && !isTokenGuessable(text) && !/\p{Cc}|\p{Cs}/u.test(text);
}

/**
 * A machine's claim, as ThingsBoard's devices send it; beside theirs the secret has to be one that nobody guesses.
 * @throws AppError (invalid) CLAIM.BAD_JSON, CLAIM.WEAK_SECRET
 * @see https://thingsboard.io/docs/reference/mqtt-api/#claiming-devices
 */
export function readClaimOffer(text: string): ClaimOffer {
  return offerOf(parsed(text));
}

/** The same of machines behind a gateway, by the names by which it knows them. @throws AppError (invalid) CLAIM.BAD_JSON, CLAIM.WEAK_SECRET */
export function readClaimOffers(text: string): (ClaimOffer & { readonly name: string })[] {
  const entries = Object.entries(parsed(text));
  if (entries.length === 0 || entries.length > MOST_GOING_ALONG) throw invalid('CLAIM.BAD_JSON', `A claim of a gateway names 1 to ${MOST_GOING_ALONG} machines.`, { expected: '{"<device>":{"secretKey":"…","durationMs":60000}}' });
  return entries.map(([name, said]) => ({ name, ...offerOf(fieldsOf(said)) }));
}

/** How a release stands. */
export type HandoverState = 'open' | 'taken' | 'withdrawn' | 'expired';

/** How a release stands at an instant. */
export function handoverState({ takenAtMs, withdrawnAtMs, expiresAtMs }: { readonly takenAtMs: number | null; readonly withdrawnAtMs: number | null; readonly expiresAtMs: number }, nowMs: number): HandoverState {
  if (takenAtMs !== null) return 'taken';
  if (withdrawnAtMs !== null) return 'withdrawn';
  return expiresAtMs <= nowMs ? 'expired' : 'open';
}
