import type { ClockOddity, RowFaultKind } from '@tenon/domain/history';

/** A fault, where it is in the file. */
export interface RowFault {
  readonly row: number;
  /** Counted from 0. */
  readonly column: number;
  readonly kind: RowFaultKind;
  /** What stands there, shortened. */
  readonly text: string;
}

/** What a check found, so far. Kept as JSON; each number counts readings unless it says otherwise. */
export interface ImportReport {
  /** Rows that say something. */
  readonly rows: number;
  /** Readings that can be written. */
  readonly points: number;
  /** Of these, numbers: what the plan counts. */
  readonly numbers: number;
  /** In the file more than once, with one stamp: the last one counts. */
  readonly repeated: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly faults: Readonly<Partial<Record<RowFaultKind, number>>>;
  readonly firstFaults: readonly RowFault[];
  readonly odd: Readonly<Partial<Record<ClockOddity, number>>>;
  /** Machines that get readings, and metrics that are new. */
  readonly machines: number;
  readonly newMetrics: number;
  /** At whose stamps there is something: the same, or something else. */
  readonly same: number;
  readonly different: number;
  /** Numbers that the plan would count. */
  readonly counted: number;
  /** Of these, those beyond what days of the plan hold: they would be left out. */
  readonly beyondPlan: number;
  readonly daysBeyondPlan: number;
  /** How many numbers each local day would get, for the above; days since 1970. */
  readonly byDay: Readonly<Record<number, number>>;
  /** What an earlier check left was cleared away; and the file was read to its end. */
  readonly isCleared: boolean;
  readonly isRead: boolean;
}

export const EMPTY_REPORT: ImportReport = { rows: 0, points: 0, numbers: 0, repeated: 0, firstMs: null, lastMs: null, faults: {}, firstFaults: [], odd: {}, machines: 0, newMetrics: 0, same: 0, different: 0, counted: 0, beyondPlan: 0, daysBeyondPlan: 0, byDay: {}, isCleared: false, isRead: false };

const MOST_FAULTS = 100;
const MOST_FAULT_TEXT = 80;

/** A report as it was kept. */
export function reportOf(kept: object): ImportReport {
  return { ...EMPTY_REPORT, ...kept };
}

/** A report that grows while a file is read. */
export class GrowingReport {
  private readonly faults: Partial<Record<RowFaultKind, number>>;
  private readonly odd: Partial<Record<ClockOddity, number>>;
  private readonly firstFaults: RowFault[];
  rows: number;
  private firstMs: number;
  private lastMs: number;

  constructor(private readonly before: ImportReport) {
    this.faults = { ...before.faults };
    this.odd = { ...before.odd };
    this.firstFaults = [...before.firstFaults];
    this.rows = before.rows;
    this.firstMs = before.firstMs ?? Infinity;
    this.lastMs = before.lastMs ?? -Infinity;
  }

  fault({ text, ...where }: RowFault): void {
    this.faults[where.kind] = (this.faults[where.kind] ?? 0) + 1;
    if (this.firstFaults.length < MOST_FAULTS) this.firstFaults.push({ ...where, text: text.slice(0, MOST_FAULT_TEXT).replaceAll('\0', '') });
  }

  oddity(oddity: ClockOddity): void {
    this.odd[oddity] = (this.odd[oddity] ?? 0) + 1;
  }

  at(atMs: number): void {
    if (atMs < this.firstMs) this.firstMs = atMs;
    if (atMs > this.lastMs) this.lastMs = atMs;
  }

  report(): ImportReport {
    const { before, faults, odd, firstFaults, rows, firstMs, lastMs } = this;
    return { ...before, rows, faults: { ...faults }, odd: { ...odd }, firstFaults: [...firstFaults], firstMs: Number.isFinite(firstMs) ? firstMs : null, lastMs: Number.isFinite(lastMs) ? lastMs : null };
  }
}
