'use client';

import { NumberField, RadioCards, SelectField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { HistoryTimeFormat } from '../../../generated/documents';
import type { Draft } from './draft';
import { MachineChoice } from './machine-choice';

const FORMATS: readonly HistoryTimeFormat[] = ['YEAR_MONTH_DAY', 'DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'EXCEL', 'EPOCH_S', 'EPOCH_MS', 'EPOCH_US', 'EPOCH_NS'];
const USUAL_ZONES = ['Asia/Shanghai', 'UTC'];
const MOST_HEADERS = 100;

function zonesWith(zone: string): string[] {
  return [...new Set([zone, ...USUAL_ZONES, ...Intl.supportedValuesOf('timeZone')])];
}

interface ChoicesProps {
  readonly draft: Draft;
  onChange(change: Partial<Draft>): void;
}

/** How times, numbers and machines are written, and what becomes of what is there. */
export function ReadingChoices({ draft, onChange }: ChoicesProps) {
  const t = useTranslations('history.map');
  const isLocal = !draft.timeFormat.startsWith('EPOCH');
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <SelectField label={t('timeFormat')} value={draft.timeFormat} options={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))} onValueChange={(value) => onChange({ timeFormat: value as HistoryTimeFormat })} />
      {isLocal && <SelectField label={t('timeZone')} hint={t('timeZoneHint')} value={draft.timeZone} options={zonesWith(draft.timeZone).map((value) => ({ value, label: value }))} onValueChange={(timeZone) => onChange({ timeZone })} />}
      {!draft.roles.includes('machine') && <MachineChoice deviceId={draft.deviceId} onChange={(deviceId) => onChange({ deviceId })} />}
      <SelectField label={t('decimalMark')} value={draft.decimalMark} options={['.', ','].map((value) => ({ value, label: t(value === '.' ? 'point' : 'comma') }))} onValueChange={(decimalMark) => onChange({ decimalMark })} />
      <NumberField label={t('headerRows')} hint={t('headerRowsHint')} value={draft.headerRows} min={0} max={MOST_HEADERS} step={1} precision={0} onValueChange={(value) => onChange({ headerRows: value ?? 0 })} />
      <TextField label={t('noValues')} hint={t('noValuesHint')} value={draft.noValues} onChange={({ currentTarget }) => onChange({ noValues: currentTarget.value })} />
      <div className="md:col-span-2">
        <RadioCards
          legend={t('conflict')}
          name="conflict"
          columns={2}
          value={draft.replaces ? 'replace' : 'keep'}
          options={(['keep', 'replace'] as const).map((value) => ({ value, label: t(`${value}.label`), description: t(`${value}.body`) }))}
          onValueChange={(value) => onChange({ replaces: value === 'replace' })}
        />
      </div>
    </div>
  );
}
