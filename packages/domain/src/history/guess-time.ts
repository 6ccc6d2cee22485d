import { readTime, TIME_FORMATS, type TimeFormat } from './time-format.js';

/** A column of times and how it writes them, as far as its first rows show. */
export interface GuessedTime {
  readonly columns: readonly number[];
  readonly format: TimeFormat;
}

const TIME_WORDS = /time|date|stamp|day|时间|日期|时刻|zeit|datum/i;
const CLOCK = /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?(\s*[ap]m)?$/i;
const EPOCH_DIGITS: Readonly<Record<number, TimeFormat>> = { 10: 'epoch-s', 13: 'epoch-ms', 16: 'epoch-us', 19: 'epoch-ns' };
/** Serial numbers of days from 1990 to 2060, where a head says that they are times. */
const [LEAST_SERIAL, MOST_SERIAL] = [32_874, 58_441];
/** A column of which nearly every cell reads as a time is one. */
const ENOUGH = 0.9;

/** Finds the column of the times, or those of date and time of day; `null` where there seems to be none. */
export function guessTime(header: readonly string[], rows: readonly (readonly string[])[]): GuessedTime | null {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const found = Array.from({ length: width }, (_, column) => ({ column, format: formatOf(cellsOf(rows, column), header[column] ?? '') })).filter((one): one is { column: number; format: TimeFormat } => one.format !== null);
  const best = found.find(({ column }) => TIME_WORDS.test(header[column] ?? '')) ?? found[0];
  if (!best) return null;
  const ofDay = hasNoClock(cellsOf(rows, best.column)) ? clockColumn(rows, width, best.column) : undefined;
  return { columns: ofDay === undefined ? [best.column] : [best.column, ofDay], format: best.format };
}

function cellsOf(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.map((row) => row[column] ?? '').filter((text) => text !== '');
}

function formatOf(cells: readonly string[], head: string): TimeFormat | null {
  if (cells.length === 0) return null;
  if (cells.every((text) => /^\d+(\.\d+)?$/.test(text) && !/^\d{8}$/.test(text))) return numericFormat(cells, head);
  const fitting = TIME_FORMATS.slice(0, 3).filter((format) => cells.filter((text) => readTime(text, format)).length >= cells.length * ENOUGH);
  return fitting.length > 1 ? steadiest(cells, fitting) : (fitting[0] ?? null);
}

function numericFormat(cells: readonly string[], head: string): TimeFormat | null {
  const lengths = new Set(cells.map((text) => (text.split('.', 1)[0] ?? '').length));
  const [digits = 0] = lengths;
  const epoch = lengths.size === 1 ? EPOCH_DIGITS[digits] : undefined;
  if (epoch) return epoch;
  return TIME_WORDS.test(head) && cells.every((text) => Number(text) >= LEAST_SERIAL && Number(text) <= MOST_SERIAL) ? 'excel' : null;
}

/** Of orders that would all do, the one by which the times lie closest together: rows of a file mostly follow each other; days first where both do. */
function steadiest(cells: readonly string[], formats: readonly TimeFormat[]): TimeFormat | null {
  const spreadOf = (format: TimeFormat): number => {
    const times = cells.flatMap((text) => readTime(text, format)?.ms ?? []);
    return times.reduce((sum, ms, at) => sum + (at === 0 ? 0 : Math.abs(ms - (times[at - 1] ?? ms))), 0);
  };
  const [first, ...others] = formats.map((format) => ({ format, spread: spreadOf(format) }));
  return first ? others.reduce((best, one) => (one.spread < best.spread ? one : best), first).format : null;
}

function hasNoClock(cells: readonly string[]): boolean {
  return cells.every((text) => !text.includes(':') && !/[点时]/.test(text));
}

function clockColumn(rows: readonly (readonly string[])[], width: number, dateColumn: number): number | undefined {
  return Array.from({ length: width }, (_, column) => column).find((column) => {
    const cells = cellsOf(rows, column);
    return column !== dateColumn && cells.length > 0 && cells.every((text) => CLOCK.test(text));
  });
}
