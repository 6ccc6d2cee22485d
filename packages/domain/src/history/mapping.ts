import { isTimeFormat, type TimeFormat } from './time-format.js';
import { COLUMN_KINDS, type ColumnKind, type DecimalMark } from './read-value.js';

/** A column that is a metric; columns are counted from 0. */
export interface MetricColumn {
  readonly column: number;
  /** As the machine calls it, or will. */
  readonly key: string;
  readonly kind: ColumnKind;
  /** Of a metric that is new; one that exists keeps its own. */
  readonly unit: string | null;
}

/** One metric a row: which it is and what it said, each in a column. */
export interface LongColumns {
  readonly metricColumn: number;
  readonly valueColumn: number;
  readonly kind: ColumnKind;
}

/** How the rows of a file become readings. */
export interface HistoryMapping {
  /** Rows before the first that is read. */
  readonly headerRows: number;
  /** The column of the time, or those of the date and of the time of day. */
  readonly timeColumns: readonly number[];
  readonly timeFormat: TimeFormat;
  /** IANA name of the zone whose clocks the file shows; times with an offset of their own, and epochs, need none. */
  readonly timeZone: string;
  /** The one machine that all rows are of; or the column that names one, by its name or id. Exactly one is set. */
  readonly deviceId: string | null;
  readonly machineColumn: number | null;
  /** A column a metric; none where `long` is set. */
  readonly metrics: readonly MetricColumn[];
  readonly long: LongColumns | null;
  readonly decimalMark: DecimalMark;
  /** Texts that stand for no value, beside none at all; in lower case. */
  readonly noValues: readonly string[];
}

/** What bounds a mapping. */
export const MAPPING_LIMITS = { maxColumns: 2_000, maxMetrics: 1_000, maxHeaderRows: 100, maxKeyLength: 128, maxUnitLength: 40, maxNoValues: 50, maxNoValueLength: 40 } as const;

/** What is wrong with a mapping, for a person to put right. */
export type MappingFault = 'COLUMN' | 'HEADER_ROWS' | 'TIME_COLUMNS' | 'TIME_FORMAT' | 'MACHINE' | 'NO_METRICS' | 'METRICS_AND_LONG' | 'TOO_MANY_METRICS' | 'KEY' | 'KEY_TWICE' | 'UNIT' | 'KIND' | 'COLUMN_TWICE' | 'DECIMAL_MARK' | 'NO_VALUES';

const isColumn = (column: number): boolean => Number.isInteger(column) && column >= 0 && column < MAPPING_LIMITS.maxColumns;

/** Whether a text can name a metric: what the gateway takes, and nothing that cannot be seen. */
export function isMetricKey(key: string): boolean {
  return key.length > 0 && key.length <= MAPPING_LIMITS.maxKeyLength && key.trim() === key && !/[\p{Cc}]/u.test(key);
}

/** The columns that a mapping reads, each as often as it does. */
export function columnsOf({ timeColumns, machineColumn, metrics, long }: Pick<HistoryMapping, 'timeColumns' | 'machineColumn' | 'metrics' | 'long'>): number[] {
  return [...timeColumns, ...(machineColumn === null ? [] : [machineColumn]), ...metrics.map(({ column }) => column), ...(long ? [long.metricColumn, long.valueColumn] : [])];
}

/** The first thing that is wrong with a mapping; `null` where nothing is. */
export function mappingFault(mapping: HistoryMapping): MappingFault | null {
  return placeFault(mapping) ?? metricsFault(mapping) ?? textFault(mapping);
}

function placeFault(mapping: HistoryMapping): MappingFault | null {
  const { timeColumns, headerRows, timeFormat, deviceId, machineColumn } = mapping;
  const columns = columnsOf(mapping);
  if (!columns.every(isColumn)) return 'COLUMN';
  if (new Set(columns).size !== columns.length) return 'COLUMN_TWICE';
  if (!Number.isInteger(headerRows) || headerRows < 0 || headerRows > MAPPING_LIMITS.maxHeaderRows) return 'HEADER_ROWS';
  if (timeColumns.length < 1 || timeColumns.length > 2) return 'TIME_COLUMNS';
  if (!isTimeFormat(timeFormat)) return 'TIME_FORMAT';
  return (deviceId === null) === (machineColumn === null) ? 'MACHINE' : null;
}

function metricsFault({ metrics, long }: HistoryMapping): MappingFault | null {
  if (long && metrics.length > 0) return 'METRICS_AND_LONG';
  if (!long && metrics.length === 0) return 'NO_METRICS';
  if (metrics.length > MAPPING_LIMITS.maxMetrics) return 'TOO_MANY_METRICS';
  return namesFault(metrics) ?? ([...metrics, ...(long ? [long] : [])].every(({ kind }) => COLUMN_KINDS.includes(kind)) ? null : 'KIND');
}

function namesFault(metrics: readonly MetricColumn[]): MappingFault | null {
  if (!metrics.every(({ key }) => isMetricKey(key))) return 'KEY';
  if (new Set(metrics.map(({ key }) => key)).size !== metrics.length) return 'KEY_TWICE';
  return metrics.some(({ unit }) => unit !== null && (unit.trim() === '' || unit.length > MAPPING_LIMITS.maxUnitLength)) ? 'UNIT' : null;
}

function textFault({ decimalMark, noValues }: HistoryMapping): MappingFault | null {
  if (decimalMark !== '.' && decimalMark !== ',') return 'DECIMAL_MARK';
  return noValues.length <= MAPPING_LIMITS.maxNoValues && noValues.every((text) => text.length <= MAPPING_LIMITS.maxNoValueLength) ? null : 'NO_VALUES';
}
