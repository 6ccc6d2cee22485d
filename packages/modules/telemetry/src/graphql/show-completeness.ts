import type { CompletenessFigures, CompletenessLine } from '../application/completeness-lines.js';
import type { LedgerHour } from '../application/hours-of-machine.js';
import type { CompletenessOfMonth } from '../application/read-completeness.js';
import type { MachineCompleteness } from '../application/read-machine-completeness.js';
import type { LedgerGap } from '../persistence/ledger-gap.repository.js';
import type { Statement, StatementChange } from '../persistence/statement.repository.js';
import { isoInstant } from '../instant.js';

const upper = <Word extends string>(word: Word): Uppercase<Word> => word.toUpperCase() as Uppercase<Word>;

/** What the parent of a list of machines is known by. */
export interface ShownCompleteness {
  readonly statementId: string | null;
}

/** What the parent of a list of gaps is known by. */
export interface ShownMachine {
  readonly deviceId: string;
  readonly range: { readonly fromMs: number; readonly toMs: number };
}

/** The module's words for a month, in the schema's. */
export function showCompleteness({ month, range, timeZone, months, statement, totals }: CompletenessOfMonth) {
  return {
    ...{ month, months: [...months], timeZone },
    ...{ from: isoInstant(range.fromMs), to: isoInstant(range.toMs) },
    ...(statement ? showStatement(statement) : NO_STATEMENT),
    totals: totals && showFigures(totals),
  };
}

const NO_STATEMENT = { statementId: null, madeAt: null, isFinal: false, revision: 0, changes: [] } as const;

function showStatement({ id, madeAt, isFinal, revision, changes }: Statement) {
  return { statementId: id, madeAt: madeAt.toISOString(), isFinal, revision, changes: changes.map(showChange) };
}

/** The same for a machine of a statement. */
export function showLine(line: CompletenessLine) {
  const { deviceId, name, basis, intervalMs } = line;
  return { deviceId, name, basis: upper(basis), intervalMs, figures: showFigures(line) };
}

/** The same for a machine's ledger. */
export function showMachine({ month, range, timeZone, line, hours }: MachineCompleteness) {
  const { deviceId, basis, intervalMs } = line;
  return {
    ...{ deviceId, range, month, timeZone, intervalMs },
    ...{ from: isoInstant(range.fromMs), to: isoInstant(range.toMs) },
    basis: upper(basis),
    figures: showFigures(line),
    hours: hours.map(showHour),
  };
}

/** The same for a gap. */
export function showGap({ id, fromMs, toMs, cause, absent, filledAt, recovered }: LedgerGap) {
  return { id, from: isoInstant(fromMs), to: isoInstant(toMs), cause: upper(cause), absent, filledAt: filledAt?.toISOString() ?? null, recovered };
}

function showFigures({ expected, kept, refused, refusedOfExpected, missing, repeats, late, clockRefused, missingMs, awayMs, longestGapMs, clockMedianMs, clockWorstMs, completeness }: CompletenessFigures) {
  return { expected, kept, refused, refusedOfExpected, missing, repeats, late, clockRefused, missingMs, awayMs, longestGapMs, clockMedianMs, clockWorstMs, completeness };
}

function showHour({ atMs, ...hour }: LedgerHour) {
  return { at: isoInstant(atMs), ...hour };
}

function showChange({ deviceId, name, before, after }: StatementChange) {
  return { deviceId, name, keptBefore: before?.kept ?? null, missingBefore: before?.missing ?? null, ...after };
}
