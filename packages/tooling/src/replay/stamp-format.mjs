// @ts-check
import { Problem } from '../cli/problem.mjs';

/**
 * A time as a clock on the wall shows it, in no zone yet.
 * @typedef {object} WallTime
 * @property {number} year
 * @property {number} month 1 to 12.
 * @property {number} day
 * @property {number} hour
 * @property {number} minute
 * @property {number} second
 * @property {number} millisecond
 */

/** @typedef {keyof WallTime} Field */

/** @type {Readonly<Record<string, readonly [Field, string]>>} */
const TOKENS = {
  yyyy: ['year', '\\d{4}'],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  dd: ['day', '\\d{2}'],
  d: ['day', '\\d{1,2}'],
  HH: ['hour', '\\d{2}'],
  H: ['hour', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  ss: ['second', '\\d{2}'],
  SSS: ['millisecond', '\\d{3}'],
};
const KNOWN = Object.keys(TOKENS).join(' ');
const PIECE = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/gy;
const DATE = /** @type {const} */ (['year', 'month', 'day']);

/**
 * Makes a reader of a format such as `dd/MM/yyyy HH:mm`; letters are fields (those of Unicode's date patterns), other
 * characters stand for themselves, and so does text in 'single quotes'.
 * @param {string} format
 * @returns {(text: string) => WallTime | null} null for a text of another form; what it gives need not be a day of the calendar
 * @throws {Problem} a format that is none
 */
export function compileStampFormat(format) {
  /** @type {Field[]} */
  const fields = [];
  const pattern = [...format.matchAll(PIECE)].map(([piece, quoted]) => pieceOf(piece, quoted, fields)).join('');
  const missing = DATE.filter((field) => !fields.includes(field));
  if (missing.length > 0) throw new Problem(`The time format "${format}" has no ${missing.join(', no ')}.`);
  const repeated = fields.find((field, index) => fields.indexOf(field) < index);
  if (repeated) throw new Problem(`The time format "${format}" has the ${repeated} twice.`);
  const whole = new RegExp(`^${pattern}$`);
  return (text) => {
    const match = whole.exec(text);
    if (!match) return null;
    const wall = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
    fields.forEach((field, index) => (wall[field] = Number(match[index + 1])));
    return wall;
  };
}

/**
 * @param {string} piece
 * @param {string | undefined} quoted
 * @param {Field[]} fields
 */
function pieceOf(piece, quoted, fields) {
  if (quoted !== undefined) return literal(piece === "''" ? "'" : quoted.replaceAll("''", "'"));
  if (!/^[A-Za-z']/.test(piece)) return literal(piece);
  const [field, digits] = TOKENS[piece] ?? unknown(piece);
  fields.push(field);
  return `(${digits})`;
}

/**
 * @param {string} piece
 * @returns {never}
 */
function unknown(piece) {
  throw new Problem(`The time format has "${piece}", which means nothing here. It is made of ${KNOWN}; other letters stand in 'quotes'.`);
}

/** @param {string} text */
function literal(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
