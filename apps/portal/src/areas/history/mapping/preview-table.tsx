'use client';

import { SelectField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { HistoryColumnKind } from '../../../generated/documents';
import { columnName } from './column-name';
import { withRole, type ColumnRole, type Draft } from './draft';

const ROLES: readonly ColumnRole[] = ['none', 'time', 'clock', 'machine', 'metric', 'metricName', 'value'];
const KINDS: readonly HistoryColumnKind[] = ['NUMBER', 'BOOLEAN', 'TEXT', 'MIXED'];
const SHOWN_ROWS = 8;

interface PreviewProps {
  readonly draft: Draft;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  onChange(draft: Draft): void;
}

/** What one column is, and of a metric what it is called. */
function ColumnHead({ column, draft, onChange }: Omit<PreviewProps, 'rows'> & { column: number }) {
  const t = useTranslations('history.map');
  const role = draft.roles[column] ?? 'none';
  return (
    <div className="grid w-44 gap-2 py-2 text-left font-normal">
      <SelectField label={t('columnIs', { column: columnName(column) })} value={role} options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} onValueChange={(value) => onChange(withRole(draft, column, value as ColumnRole))} />
      {role === 'metric' && <TextField label={t('key')} value={draft.keys[column] ?? ''} onChange={({ currentTarget }) => onChange({ ...draft, keys: draft.keys.with(column, currentTarget.value) })} />}
      {(role === 'metric' || role === 'value') && (
        <SelectField label={t('kind')} value={draft.kinds[column] ?? 'NUMBER'} options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} onValueChange={(value) => onChange({ ...draft, kinds: draft.kinds.with(column, value as HistoryColumnKind) })} />
      )}
      {role === 'metric' && <TextField label={t('unit')} value={draft.units[column] ?? ''} onChange={({ currentTarget }) => onChange({ ...draft, units: draft.units.with(column, currentTarget.value) })} />}
    </div>
  );
}

/** The first rows of a file below what each of its columns is. */
export function PreviewTable({ draft, rows, onChange }: PreviewProps) {
  const t = useTranslations('history.map');
  const columns = draft.roles.map((_, column) => column);
  return (
    <div className="overflow-x-auto rounded border border-line" tabIndex={0} role="region" aria-label={t('preview')}>
      <table className="text-13">
        <thead className="align-top">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-normal text-ink-3">
              {t('row')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2">
                <ColumnHead column={column} draft={draft} onChange={onChange} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN_ROWS + draft.headerRows).map(({ row, cells }, index) => (
            <tr key={row} className={`border-t border-line ${index < draft.headerRows ? 'text-ink-3' : ''}`}>
              <th scope="row" className="tn-num px-3 py-1.5 text-left font-normal text-ink-3">
                {row}
              </th>
              {columns.map((column) => (
                <td key={column} className={`max-w-60 truncate px-3 py-1.5 whitespace-nowrap ${draft.roles[column] === 'none' ? 'text-ink-3' : ''}`}>
                  {cells[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
