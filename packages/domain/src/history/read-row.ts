import { localInstant, type ClockOddity, type OffsetAt } from './local-instant.js';
import { isMetricKey, type HistoryMapping } from './mapping.js';
import { readTime, type ReadTime } from './time-format.js';
import { readValue, type ColumnKind } from './read-value.js';

/** What is wrong with a cell, or with the time or machine of a whole row. */
export type RowFaultKind = 'TIME_MISSING' | 'TIME_UNREADABLE' | 'TIME_AHEAD' | 'TIME_TOO_OLD' | 'MACHINE_MISSING' | 'MACHINE_UNKNOWN' | 'MACHINE_NAME_TWICE' | 'METRIC_MISSING' | 'METRIC_KEY' | 'TOO_MANY_METRICS' | 'NUMBER' | 'BOOLEAN' | 'TEXT_TOO_LONG';

export type HistoryValue = number | boolean | string;

/** The machine that a text names, or why none is. */
export type FoundMachine = { readonly deviceId: string } | { readonly fault: RowFaultKind };

/** Hears what a row says. */
export interface RowListener {
  machine(name: string): FoundMachine;
  value(machine: string, metric: string, at: number, value: HistoryValue): void;
  /** @param column from 0 */
  fault(kind: RowFaultKind, column: number, text: string): void;
  /** That the clocks were changed just then. */
  odd(oddity: ClockOddity): void;
}

/** Between which instants readings are taken, in milliseconds since the epoch. */
export interface TakenTimes {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface RowReaderOptions {
  readonly mapping: HistoryMapping;
  readonly offsetAt: OffsetAt;
  readonly times: TakenTimes;
  /** The longest text that is stored. */
  readonly maxText: number;
}

const FAULT_OF_KIND: Readonly<Record<ColumnKind, RowFaultKind>> = { number: 'NUMBER', boolean: 'BOOLEAN', text: 'TEXT_TOO_LONG', mixed: 'TEXT_TOO_LONG' };
const US_PER_MS = 1_000;

/** Reads rows of a file by a mapping. It remembers the row before, by which it tells apart the two hours that clocks show twice. */
export class RowReader {
  private readonly noValues: ReadonlySet<string>;
  private readonly columns: readonly { readonly column: number; readonly key: string; readonly kind: ColumnKind }[];
  /** Of a file of one machine a time that comes again is the second of two; of one of many it may be another machine's. */
  private readonly stepMs: number;

  /** @param previousMs the instant of the row before the first, where reading goes on */
  constructor(
    private readonly options: RowReaderOptions,
    private previousMs = -Infinity,
  ) {
    const { mapping } = options;
    this.noValues = new Set(mapping.noValues);
    this.columns = mapping.metrics;
    this.stepMs = mapping.deviceId !== null && mapping.long === null ? 1 / US_PER_MS : 0;
  }

  /** The instant of the row that was read last, for whoever goes on after it. */
  get lastMs(): number {
    return this.previousMs;
  }

  read(cells: readonly string[], listener: RowListener): void {
    const atUs = this.time(cells, listener);
    if (atUs === null) return;
    const machine = this.machine(cells, listener);
    if (machine === null) return;
    if (this.options.mapping.long) this.long(cells, { machine, atUs, listener });
    else for (const { column, key, kind } of this.columns) this.cell(cells, { column, key, kind, machine, atUs, listener });
  }

  /** In microseconds since the epoch. */
  private time(cells: readonly string[], listener: RowListener): number | null {
    const { timeColumns, timeFormat } = this.options.mapping;
    const [first = 0, second] = timeColumns;
    const text = second === undefined ? (cells[first] ?? '') : `${cells[first] ?? ''} ${cells[second] ?? ''}`.trim();
    const fault = (kind: RowFaultKind): null => {
      listener.fault(kind, first, text);
      return null;
    };
    if (text === '') return fault('TIME_MISSING');
    const read = readTime(text, timeFormat);
    if (!read) return fault('TIME_UNREADABLE');
    const atMs = this.instant(read, listener);
    if (atMs >= this.options.times.toMs) return fault('TIME_AHEAD');
    if (atMs < this.options.times.fromMs) return fault('TIME_TOO_OLD');
    return Math.round(atMs * US_PER_MS);
  }

  private instant({ ms, isInstant }: ReadTime, listener: RowListener): number {
    if (isInstant) return (this.previousMs = ms);
    const { atMs, oddity } = localInstant(ms, this.options.offsetAt, this.previousMs + this.stepMs);
    if (oddity) listener.odd(oddity);
    return (this.previousMs = atMs);
  }

  private machine(cells: readonly string[], listener: RowListener): string | null {
    const { deviceId, machineColumn } = this.options.mapping;
    if (deviceId !== null) return deviceId;
    const column = machineColumn ?? 0;
    const name = cells[column] ?? '';
    const found: FoundMachine = name === '' ? { fault: 'MACHINE_MISSING' } : listener.machine(name);
    if ('deviceId' in found) return found.deviceId;
    listener.fault(found.fault, column, name);
    return null;
  }

  private long(cells: readonly string[], { machine, atUs, listener }: { machine: string; atUs: number; listener: RowListener }): void {
    const { metricColumn = 0, valueColumn = 0, kind = 'number' } = this.options.mapping.long ?? {};
    const key = cells[metricColumn] ?? '';
    if (key === '') listener.fault('METRIC_MISSING', metricColumn, '');
    else if (!isMetricKey(key)) listener.fault('METRIC_KEY', metricColumn, key);
    else this.cell(cells, { column: valueColumn, key, kind, machine, atUs, listener });
  }

  private cell(cells: readonly string[], { column, key, kind, machine, atUs, listener }: { column: number; key: string; kind: ColumnKind; machine: string; atUs: number; listener: RowListener }): void {
    const text = cells[column] ?? '';
    if (text === '') return;
    const { mapping, maxText } = this.options;
    const value = kind === 'number' || !this.isNoValue(text) ? readValue(text, kind, { mark: mapping.decimalMark, maxText }) : undefined;
    if (value === undefined || (value === null && this.isNoValue(text))) return;
    if (value === null) listener.fault(FAULT_OF_KIND[kind], column, text);
    else listener.value(machine, key, atUs, value);
  }

  private isNoValue(text: string): boolean {
    return this.noValues.has(text.toLowerCase());
  }
}
