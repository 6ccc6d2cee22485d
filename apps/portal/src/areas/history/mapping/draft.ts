import { namedBy } from '@tenon/domain/history';
import type { CheckHistoryImportInput, HistoryColumnKind, HistoryImportFactsFragment, HistoryMappingFactsFragment } from '../../../generated/documents';

/** What a column of a file is. */
export type ColumnRole = 'none' | 'time' | 'clock' | 'machine' | 'metric' | 'metricName' | 'value';

/** A mapping while a person changes it: what each column is, and the rest. */
export interface Draft {
  readonly roles: readonly ColumnRole[];
  readonly keys: readonly string[];
  readonly units: readonly string[];
  readonly kinds: readonly HistoryColumnKind[];
  readonly headerRows: number;
  readonly timeFormat: HistoryMappingFactsFragment['timeFormat'];
  readonly timeZone: string;
  readonly deviceId: string | null;
  readonly decimalMark: string;
  readonly noValues: string;
  readonly replaces: boolean;
}

/** A draft of how a file was read before, or seems to be. */
export function draftOf({ look, mapping, replaces }: Pick<HistoryImportFactsFragment, 'look' | 'mapping' | 'replaces'>, timeZone: string): Draft {
  const from = mapping ?? look?.guess;
  const rows = look?.rows ?? [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column);
  return { ...columnsOf(columns, rows[(from?.headerRows ?? 1) - 1]?.cells ?? [], from), ...restOf(from, timeZone), replaces };
}

function columnsOf(columns: readonly number[], header: readonly string[], from: HistoryMappingFactsFragment | undefined): Pick<Draft, 'roles' | 'keys' | 'units' | 'kinds'> {
  const metricOf = (column: number) => from?.metrics.find((metric) => metric.column === column);
  const named = columns.map((column) => namedBy(header[column] ?? '', column));
  return {
    roles: columns.map((column) => roleOf(column, from)),
    keys: columns.map((column) => metricOf(column)?.key ?? named[column]?.key ?? ''),
    units: columns.map((column) => metricOf(column)?.unit ?? named[column]?.unit ?? ''),
    kinds: columns.map((column) => metricOf(column)?.kind ?? (from?.long?.valueColumn === column ? from.long.kind : 'NUMBER')),
  };
}

function restOf(from: HistoryMappingFactsFragment | undefined, timeZone: string): Omit<Draft, 'roles' | 'keys' | 'units' | 'kinds' | 'replaces'> {
  if (!from) return { headerRows: 1, timeFormat: 'YEAR_MONTH_DAY', timeZone, deviceId: null, decimalMark: '.', noValues: '' };
  return { headerRows: from.headerRows, timeFormat: from.timeFormat, timeZone: from.timeZone ?? timeZone, deviceId: from.deviceId, decimalMark: from.decimalMark, noValues: from.noValues.join(', ') };
}

function roleOf(column: number, from: HistoryMappingFactsFragment | undefined): ColumnRole {
  if (!from) return 'none';
  const single: readonly (readonly [number | null | undefined, ColumnRole])[] = [
    [from.timeColumns[0], 'time'],
    [from.timeColumns[1], 'clock'],
    [from.machineColumn, 'machine'],
    [from.long?.metricColumn, 'metricName'],
    [from.long?.valueColumn, 'value'],
  ];
  const found = single.find(([at]) => at === column);
  if (found) return found[1];
  return from.metrics.some((metric) => metric.column === column) ? 'metric' : 'none';
}

/** Gives a column a role; one that only one column can have is taken from the other. A file has a column a metric, or a metric a row. */
export function withRole(draft: Draft, column: number, role: ColumnRole): Draft {
  return { ...draft, roles: draft.roles.map((before, at) => (at === column ? role : besides(before, role))) };
}

/** What becomes of another column's role. */
function besides(before: ColumnRole, given: ColumnRole): ColumnRole {
  const isInRows = (role: ColumnRole): boolean => role === 'metricName' || role === 'value';
  if (before === given) return given === 'metric' ? before : 'none';
  if (given === 'metric' && isInRows(before)) return 'none';
  return isInRows(given) && before === 'metric' ? 'none' : before;
}

/** A draft as the api takes it. */
export function inputOf(id: string, draft: Draft): CheckHistoryImportInput {
  const at = (role: ColumnRole): number => draft.roles.indexOf(role);
  const isInRows = at('metricName') >= 0 || at('value') >= 0;
  return {
    id,
    replaces: draft.replaces,
    mapping: {
      headerRows: draft.headerRows,
      timeColumns: [at('time'), at('clock')].filter((column) => column >= 0),
      timeFormat: draft.timeFormat,
      timeZone: draft.timeZone,
      deviceId: at('machine') >= 0 ? null : draft.deviceId,
      machineColumn: at('machine') >= 0 ? at('machine') : null,
      metrics: isInRows ? [] : metricsOf(draft),
      long: isInRows ? { metricColumn: at('metricName'), valueColumn: at('value'), kind: draft.kinds[at('value')] ?? 'NUMBER' } : null,
      decimalMark: draft.decimalMark,
      noValues: draft.noValues.split(/[,，]/).map((text) => text.trim().toLowerCase()).filter((text) => text !== ''),
    },
  };
}

function metricsOf({ roles, keys, kinds, units }: Draft): CheckHistoryImportInput['mapping']['metrics'] {
  return roles.flatMap((role, column) => (role === 'metric' ? [{ column, key: (keys[column] ?? '').trim(), kind: kinds[column] ?? 'NUMBER', unit: units[column]?.trim() || null }] : []));
}

/** What is missing before the file can be read; null where nothing is. */
export function missingIn({ roles, deviceId }: Draft): 'time' | 'machine' | 'metrics' | 'long' | null {
  if (!roles.includes('time')) return 'time';
  if (roles.includes('metricName') !== roles.includes('value')) return 'long';
  if (!roles.includes('metric') && !roles.includes('value')) return 'metrics';
  return roles.includes('machine') || deviceId !== null ? null : 'machine';
}
