'use client';

import { SearchField, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../../api/use-answer';
import { HistoryMachinesDocument } from '../../../generated/documents';

const MANY = 20;

/** Of which machine all rows are; one of very many is searched for. */
export function MachineChoice({ deviceId, onChange }: { deviceId: string | null; onChange: (deviceId: string | null) => void }) {
  const t = useTranslations('history.map');
  const [search, setSearch] = useState('');
  const { data } = useAnswer(HistoryMachinesDocument, { search: search === '' ? null : search }, { isKept: true });
  const machines = data?.devices.nodes ?? [];
  return (
    <div className="grid gap-2">
      <SelectField label={t('machine')} hint={t('machineHint')} placeholder={t('machineNone')} value={deviceId ?? ''} options={machines.map(({ id, name }) => ({ value: id, label: name }))} onValueChange={(value) => onChange(value === '' ? null : value)} />
      {(machines.length >= MANY || search !== '') && <SearchField label={t('machineSearch')} clearLabel={t('machineClear')} value={search} onValueChange={setSearch} />}
    </div>
  );
}
