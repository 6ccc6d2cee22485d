import { RowReader, type ClockOddity, type FoundMachine, type HistoryMapping, type HistoryValue, type RowFaultKind, type RowListener, type TakenTimes } from '@tenon/domain/history';
import { offsetMsAt } from '@tenon/domain/energy';
import type { TableRow } from '@tenon/tables';
import type { NamedMachine } from '../../persistence/history/company-facts.repository.js';
import type { NewPiece } from '../../persistence/history/piece.repository.js';
import { GatheredPoints } from './gathered-points.js';
import { MOST_METRICS, MOST_TEXT } from './limits.js';
import { GrowingReport, type ImportReport } from './report.js';

const US_PER_MS = 1_000;
const UNKNOWN: FoundMachine = { fault: 'MACHINE_UNKNOWN' };
const TWICE: FoundMachine = { fault: 'MACHINE_NAME_TWICE' };

/** What a reading begins with. */
export interface ReadingFrom {
  readonly mapping: HistoryMapping;
  readonly machines: readonly NamedMachine[];
  readonly times: TakenTimes;
  readonly report: ImportReport;
  /** Rows up to this one were read before, the last of them with this instant. */
  readonly rowsRead: number;
  readonly lastMs: number | null;
}

/** What was read since the last time, to be stored. */
export interface ReadSoFar {
  readonly pieces: readonly NewPiece[];
  readonly report: ImportReport;
  readonly rowsRead: number;
  readonly lastMs: number | null;
}

/** Reads rows of a file into readings and faults. */
export class FileReading implements RowListener {
  private readonly reader: RowReader;
  private readonly gathered = new GatheredPoints();
  private readonly growing: GrowingReport;
  private readonly byName: ReadonlyMap<string, FoundMachine>;
  private readonly keys = new Map<string, Set<string>>();
  private readonly headerRows: number;
  private row: number;
  private totals: { points: number; numbers: number; repeated: number };
  private numbers = 0;

  constructor({ mapping, machines, times, report, rowsRead, lastMs }: ReadingFrom) {
    const offsetAt = (atMs: number): number => offsetMsAt(mapping.timeZone, atMs);
    this.reader = new RowReader({ mapping, offsetAt, times, maxText: MOST_TEXT }, lastMs ?? -Infinity);
    this.growing = new GrowingReport(report);
    this.byName = namesOf(machines);
    this.headerRows = mapping.headerRows;
    this.row = rowsRead;
    this.totals = { points: report.points, numbers: report.numbers, repeated: report.repeated };
  }

  /** How many readings are held. */
  get held(): number {
    return this.gathered.count;
  }

  get rowsRead(): number {
    return this.row;
  }

  take({ row, cells }: TableRow): void {
    if (row <= this.row) return;
    this.row = row;
    if (row <= this.headerRows) return;
    this.growing.rows += 1;
    this.reader.read(cells, this);
  }

  machine(name: string): FoundMachine {
    return this.byName.get(name) ?? this.byName.get(name.toLowerCase()) ?? UNKNOWN;
  }

  value(deviceId: string, key: string, atUs: number, value: HistoryValue): void {
    if (!this.hasRoom(deviceId, key)) {
      this.fault('TOO_MANY_METRICS', 0, key);
      return;
    }
    this.growing.at(atUs / US_PER_MS);
    if (typeof value === 'number') this.numbers += 1;
    this.gathered.add(deviceId, key, atUs, value);
  }

  fault(kind: RowFaultKind, column: number, text: string): void {
    this.growing.fault({ row: this.row, column, kind, text });
  }

  odd(oddity: ClockOddity): void {
    this.growing.oddity(oddity);
  }

  /** Gives what was read and holds nothing of it any more. */
  store(): ReadSoFar {
    const held = this.gathered.count;
    const pieces = this.gathered.take();
    const distinct = pieces.reduce((sum, { count }) => sum + count, 0);
    this.totals = { points: this.totals.points + distinct, numbers: this.totals.numbers + this.numbers, repeated: this.totals.repeated + held - distinct };
    this.numbers = 0;
    const { lastMs } = this.reader;
    return { pieces, report: { ...this.growing.report(), ...this.totals }, rowsRead: this.row, lastMs: Number.isFinite(lastMs) ? lastMs : null };
  }

  private hasRoom(deviceId: string, key: string): boolean {
    let keys = this.keys.get(deviceId);
    if (!keys) this.keys.set(deviceId, (keys = new Set()));
    if (keys.has(key)) return true;
    if (keys.size >= MOST_METRICS) return false;
    keys.add(key);
    return true;
  }
}

/** By id, by name, and by name in lower case where that is one machine's alone. */
function namesOf(machines: readonly NamedMachine[]): ReadonlyMap<string, FoundMachine> {
  const found = new Map<string, FoundMachine>();
  for (const { id, name } of machines) {
    const lower = name.toLowerCase();
    found.set(lower, found.has(lower) ? TWICE : { deviceId: id });
  }
  for (const { id, name } of machines) found.set(name, { deviceId: id });
  for (const { id } of machines) found.set(id, { deviceId: id });
  return found;
}
