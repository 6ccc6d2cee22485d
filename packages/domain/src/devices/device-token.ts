import { bug } from '@tenon/kernel';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}0123456789`;
/** Length of a device token in characters. */
export const TOKEN_LENGTH = 32;
/** Random bytes that {@link newToken} wants: about 33 are used, and the rest stand ready for those that are thrown away. */
export const TOKEN_RANDOM_BYTES = 64;

/** Of ours, and of those that machines bring along from elsewhere: ThingsBoard makes them of 20 letters and digits. */
const SHAPE = /^[A-Za-z0-9_-]{20,64}$/;
const FEWEST_SYMBOLS = 8;

/** The next byte that falls evenly onto the symbols; the bytes at the end of 0…255 that would favour the first symbols are thrown away. */
function* symbols(randomBytes: Uint8Array): Generator<string> {
  let length = 0;
  for (const byte of randomBytes) {
    const alphabet = length === 0 ? LETTERS : ALPHABET;
    if (byte >= 256 - (256 % alphabet.length)) continue;
    length += 1;
    yield alphabet.charAt(byte % alphabet.length);
  }
}

/**
 * Makes a device's secret token: 32 letters and digits (190 bits), the first a letter, so that it is itself in a shell command, an MQTT user name, a URL and a
 * spreadsheet cell, and one double click selects it.
 * @param randomBytes at least {@link TOKEN_RANDOM_BYTES} bytes from a cryptographic source
 * @throws AppError (bug) DEVICE.TOKEN_ENTROPY_SHORT when the bytes do not suffice
 */
export function newToken(randomBytes: Uint8Array): string {
  let token = '';
  for (const symbol of symbols(randomBytes)) {
    token += symbol;
    if (token.length === TOKEN_LENGTH) return token;
  }
  throw bug('DEVICE.TOKEN_ENTROPY_SHORT', 'Too few random bytes for a device token.', { byteCount: randomBytes.length });
}

/** Whether a text could be a device token, which a look-up may then ask the database about. */
export function isTokenShaped(text: string): boolean {
  return SHAPE.test(text);
}

/** Whether a token that somebody thought up has so few different symbols that it is one to try: of {@link newToken}'s, one in 10²¹ has. */
export function isTokenGuessable(token: string): boolean {
  return new Set(token).size < FEWEST_SYMBOLS;
}
