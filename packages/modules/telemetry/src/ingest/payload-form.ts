const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?`;
// A key as it stands, without escapes, and its number.
const PAIR = String.raw`"[^"\\\u0000-\u001f]+"\s*:\s*${NUMBER}`;
const PAIRS = String.raw`\{\s*${PAIR}(?:\s*,\s*${PAIR})*\s*\}`;
const TIMED = new RegExp(String.raw`^\s*\{\s*"ts"\s*:\s*${NUMBER}\s*,\s*"values"\s*:\s*${PAIRS}\s*\}\s*$`);
const UNTIMED = new RegExp(String.raw`^\s*${PAIRS}\s*$`);
const KEY_OR_NUMBER = new RegExp(String.raw`"[^"]*"|(${NUMBER})`, 'g');
const MAX_LENGTH = 2_048;

const [MINUS, POINT, ZERO] = [0x2d, 0x2e, 0x30];
/**
 * A double holds every whole number of so many digits, and the power of ten it is divided by, exactly; so the quotient is rounded once, as `JSON.parse` rounds
 * it. @see Clinger, How to read floating point numbers accurately (1990)
 */
const MAX_DIGITS = 15;
const POWERS = Array.from({ length: MAX_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** What the numbers of a payload are read into: more than fit into the longest. */
export const NUMBERS = new Float64Array(MAX_LENGTH / 4);

/** The end of the digits from `at` on. */
function digitsEnd(bytes: Uint8Array, at: number, end: number): number {
  let to = at;
  while (to < end && (bytes[to] as number) - ZERO <= 9 && (bytes[to] as number) >= ZERO) to += 1;
  return to;
}

function digits(bytes: Uint8Array, from: number, to: number, before: number): number {
  let value = before;
  for (let at = from; at < to; at += 1) value = value * 10 + ((bytes[at] as number) - ZERO);
  return value;
}

/** The end of the decimals that may follow at `at`; -1 for a point without any. */
function decimalsEnd(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end || bytes[at] !== POINT) return at;
  const to = digitsEnd(bytes, at + 1, end);
  return to === at + 1 ? -1 : to;
}

/** Reads the number at `start` into a place of {@link NUMBERS}. @returns where it ends; -1 where there is none, or one that must be read with more care */
function readNumber(bytes: Uint8Array, start: number, end: number, place: number): number {
  const isNegative = bytes[start] === MINUS;
  const from = isNegative ? start + 1 : start;
  const point = digitsEnd(bytes, from, end);
  const to = decimalsEnd(bytes, point, end);
  if (point === from || to < 0 || to - from > MAX_DIGITS || (point > from + 1 && bytes[from] === ZERO)) return -1;
  const whole = digits(bytes, from, point, 0);
  const value = to === point ? whole : digits(bytes, point + 1, to, whole) / (POWERS[to - point - 1] as number);
  NUMBERS[place] = isNegative ? -value : value;
  return to;
}

/**
 * How a machine writes a message: everything but its numbers. It writes the next one the same way nearly always, and then only the numbers are read, straight
 * from the bytes: no text, no JSON, no look at each key. What differs by a byte is read by the book.
 */
export class PayloadForm {
  private constructor(
    /** What stands before each number, and after the last. */
    private readonly literals: readonly Uint8Array[],
    /** Whether its first number is its time. */
    readonly isTimed: boolean,
    /** By how many its bytes are more than its text is long. */
    private readonly extraBytes: number,
  ) {}

  /**
   * The form of a payload that was found fit: one reading, all of whose values are numbers.
   * @param values how many it has; less than its text does where a key comes twice
   * @returns `null` where it is another
   */
  static of(text: string, values: number): PayloadForm | null {
    if (text.length > MAX_LENGTH) return null;
    const isTimed = TIMED.test(text);
    if (!isTimed && !UNTIMED.test(text)) return null;
    const literals: Uint8Array[] = [];
    let from = 0;
    for (const match of text.matchAll(KEY_OR_NUMBER)) {
      if (match[1] === undefined) continue;
      literals.push(Buffer.from(text.slice(from, match.index)));
      from = match.index + match[0].length;
    }
    if (literals.length !== values + Number(isTimed)) return null;
    literals.push(Buffer.from(text.slice(from)));
    return new PayloadForm(literals, isTimed, Buffer.byteLength(text) - text.length);
  }

  /** Reads the numbers of a payload of this form into {@link NUMBERS}. @returns whether it is one */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const { literals } = this;
    const last = literals.length - 1;
    let at = start;
    for (let place = 0; place <= last; place += 1) {
      const literal = literals[place] as Uint8Array;
      if (at + literal.length > end) return false;
      for (let i = 0; i < literal.length; i += 1) if (bytes[at + i] !== literal[i]) return false;
      at += literal.length;
      if (place === last) break;
      at = readNumber(bytes, at, end, place);
      if (at < 0) return false;
    }
    return at === end;
  }

  /** How long the text of so many bytes is. */
  textLength(bytes: number): number {
    return bytes - this.extraBytes;
  }
}
