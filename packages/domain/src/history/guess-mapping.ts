import { guessTime } from './guess-time.js';
import { isMetricKey, MAPPING_LIMITS, type HistoryMapping, type LongColumns, type MetricColumn } from './mapping.js';
import { readNumber, readValue, USUAL_NO_VALUES, type ColumnKind, type DecimalMark } from './read-value.js';

/** What is proposed of a mapping: the machine stays for a person to say, where no column names it. */
export type GuessedMapping = Omit<HistoryMapping, 'timeZone' | 'deviceId'>;

const MACHINE_WORDS = /machine|device|equipment|asset|station|设备|机器|机台|机床|装置|maschine/i;
const METRIC_WORDS = /metric|tag|parameter|point|signal|variable|channel|measurement|item|指标|参数|测点|点名|点位|变量|项目|^name$/i;
const VALUE_WORDS = /^(value|val|reading|wert|值|数值|读数|测量值|采集值)\b|^.?(数值|读数|测量值)$/i;
/** `Temperature (°C)`, `温度[℃]`, `功率（kW）`, `Power, kW`. */
const WITH_UNIT = /^(.+?)\s*(?:[([（【]\s*([^)\]）】]{1,20})\s*[)\]）】]|[,，]\s*([^\s,]{1,12}))\s*$/;
const MOST_HEADERS = 20;
const ENOUGH = 0.8;

/** Proposes how a file is to be read, by its first rows. Whatever is wrong in it a person sees and puts right. */
export function guessMapping(rows: readonly (readonly string[])[]): GuessedMapping {
  const headerRows = guessHeaderRows(rows);
  const header = rows[headerRows - 1] ?? [];
  const data = rows.slice(headerRows);
  const time = guessTime(header, data);
  const taken = new Set(time?.columns ?? []);
  const width = data.reduce((most, { length }) => Math.max(most, length), header.length);
  const columns = Array.from({ length: Math.min(width, MAPPING_LIMITS.maxColumns) }, (_, column) => column).filter((column) => !taken.has(column));
  const decimalMark = guessMark(data, columns);
  const machineColumn = columns.find((column) => MACHINE_WORDS.test(header[column] ?? '')) ?? null;
  const rest = columns.filter((column) => column !== machineColumn);
  const long = guessLong(header, data, { rest, decimalMark });
  return {
    headerRows,
    timeColumns: time?.columns ?? [0],
    timeFormat: time?.format ?? 'year-month-day',
    machineColumn,
    metrics: long ? [] : guessMetrics(header, data, { rest, decimalMark }),
    long,
    decimalMark,
    noValues: USUAL_NO_VALUES,
  };
}

/** Rows before the first that has a time in it. */
function guessHeaderRows(rows: readonly (readonly string[])[]): number {
  for (let at = 0; at < Math.min(rows.length, MOST_HEADERS); at += 1) {
    if (guessTime(rows[at - 1] ?? [], [rows[at] ?? []])) return at;
  }
  return Math.min(1, rows.length);
}

interface Rest {
  readonly rest: readonly number[];
  readonly decimalMark: DecimalMark;
}

function guessMark(rows: readonly (readonly string[])[], columns: readonly number[]): DecimalMark {
  const cells = rows.flatMap((row) => columns.map((column) => row[column] ?? ''));
  const count = (pattern: RegExp): number => cells.filter((text) => pattern.test(text)).length;
  return count(/^[+-]?\d+,\d+$/) > count(/^[+-]?\d+\.\d+$/) ? ',' : '.';
}

function cellsOf(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.map((row) => row[column] ?? '').filter((text) => text !== '' && !USUAL_NO_VALUES.includes(text.toLowerCase()));
}

function guessLong(header: readonly string[], rows: readonly (readonly string[])[], { rest, decimalMark }: Rest): LongColumns | null {
  const metricColumn = rest.find((column) => METRIC_WORDS.test(header[column] ?? '') && kindOf(cellsOf(rows, column), decimalMark) === 'text');
  const valueColumn = rest.find((column) => column !== metricColumn && VALUE_WORDS.test(header[column] ?? ''));
  if (metricColumn === undefined || valueColumn === undefined) return null;
  return { metricColumn, valueColumn, kind: kindOf(cellsOf(rows, valueColumn), decimalMark) === 'number' ? 'number' : 'mixed' };
}

function guessMetrics(header: readonly string[], rows: readonly (readonly string[])[], { rest, decimalMark }: Rest): MetricColumn[] {
  const taken = new Set<string>();
  const metrics: MetricColumn[] = [];
  for (const column of rest) {
    const cells = cellsOf(rows, column);
    const kind = kindOf(cells, decimalMark);
    const { key, unit } = namedBy(header[column] ?? '', column);
    // Texts are seldom readings: remarks, names, shifts. A person adds them where they are.
    if (cells.length === 0 || kind === 'text' || taken.has(key) || metrics.length === MAPPING_LIMITS.maxMetrics) continue;
    taken.add(key);
    metrics.push({ column, key, kind, unit });
  }
  return metrics;
}

/** The key and the unit that a head gives. */
export function namedBy(head: string, column: number): { readonly key: string; readonly unit: string | null } {
  const [, name, inBrackets, behindComma] = WITH_UNIT.exec(head) ?? [];
  const key = (name ?? head).trim();
  if (!isMetricKey(key)) return { key: `column_${column + 1}`, unit: null };
  return { key, unit: (inBrackets ?? behindComma)?.trim() || null };
}

function kindOf(cells: readonly string[], mark: DecimalMark): ColumnKind {
  const isMostly = (reads: (text: string) => boolean): boolean => cells.length > 0 && cells.filter(reads).length >= cells.length * ENOUGH;
  if (isMostly((text) => readNumber(text, mark) !== null)) return 'number';
  return isMostly((text) => readValue(text, 'boolean', { mark, maxText: 0 }) !== null) ? 'boolean' : 'text';
}
