import type { ColumnKind, HistoryMapping, TimeFormat } from '@tenon/domain/history';
import type { CheckHistoryImportInput, HistoryColumnKind, HistoryMappingInput, HistoryTimeFormat } from '@tenon/graphql/resolvers';
import type { CheckedMapping } from '../application/history/check-import.js';
import type { ShownImport } from '../application/history/read-imports.js';
import { reportOf } from '../application/history/report.js';

const formatOf = (word: HistoryTimeFormat): TimeFormat => word.toLowerCase().replaceAll('_', '-') as TimeFormat;
const kindOf = (word: HistoryColumnKind): ColumnKind => word.toLowerCase() as ColumnKind;

/** The schema's words for how a file is read, in the module's. */
export function readCheck({ id, mapping, replaces }: CheckHistoryImportInput): CheckedMapping {
  return { importId: id, mapping: readMapping(mapping), replaces };
}

function readMapping({ timeFormat, deviceId, machineColumn, metrics, long, decimalMark, noValues, ...rest }: HistoryMappingInput): HistoryMapping {
  return {
    ...rest,
    timeFormat: formatOf(timeFormat),
    deviceId: deviceId ?? null,
    machineColumn: machineColumn ?? null,
    metrics: metrics.map(({ unit, kind, ...metric }) => ({ ...metric, kind: kindOf(kind), unit: unit ?? null })),
    long: long ? { ...long, kind: kindOf(long.kind) } : null,
    decimalMark: decimalMark as HistoryMapping['decimalMark'],
    noValues: noValues.map((text) => text.trim().toLowerCase()),
  };
}

type Guessed = Omit<HistoryMapping, 'timeZone' | 'deviceId'> & Partial<Pick<HistoryMapping, 'timeZone' | 'deviceId'>>;

function showMapping({ timeFormat, metrics, long, ...rest }: Guessed) {
  return { timeZone: null, deviceId: null, ...rest, timeFormat: timeFormat.toUpperCase().replaceAll('-', '_'), metrics: metrics.map(({ kind, ...metric }) => ({ ...metric, kind: kind.toUpperCase() })), long: long && { ...long, kind: long.kind.toUpperCase() } };
}

/** An import in the schema's words. */
export function showImport({ row, receivedBytes }: ShownImport) {
  const { look, mapping, report, state, share, ...rest } = row;
  return {
    ...rest,
    receivedBytes,
    state: state.toUpperCase(),
    readShare: share,
    look: look && { ...look.form, rows: look.rows, guess: showMapping(look.guess) },
    mapping: mapping && showMapping(mapping),
    report: showReport(report),
  };
}

function showReport(kept: ShownImport['row']['report']) {
  const { faults, odd, firstMs, lastMs, ...report } = reportOf(kept);
  return {
    ...report,
    firstAt: firstMs === null ? null : new Date(firstMs),
    lastAt: lastMs === null ? null : new Date(lastMs),
    faults: Object.entries(faults).map(([kind, count]) => ({ kind, count })),
    skippedTimes: odd.gap ?? 0,
    repeatedTimes: odd.overlap ?? 0,
  };
}
