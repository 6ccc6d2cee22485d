'use client';

import { FieldError, SearchField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useTyped } from '../../frame/lists/use-typed';
import { PickedCompanies, type PickedCompany } from './picked-companies';
import { CompanyMatches } from './company-matches';

interface CompanyPickerProps {
  readonly label: string;
  /** Of the form’s value: their ids, with spaces between. */
  readonly name: string;
  /** How many may be chosen. */
  readonly most: number;
  /** Whether the form was sent with none. */
  readonly isMissing?: boolean;
  onPick?(): void;
}

/** Chooses companies by a part of their name or of an address of theirs. */
export function CompanyPicker({ label, name, most, isMissing = false, onPick }: CompanyPickerProps) {
  const t = useTranslations('office.picker');
  const labelId = useId();
  const [picked, setPicked] = useState<readonly PickedCompany[]>([]);
  const [asked, setAsked] = useState('');
  const [typed, type] = useTyped(asked, setAsked);
  const pick = (company: PickedCompany): void => {
    setPicked([...picked, company]);
    type('');
    setAsked('');
    onPick?.();
  };
  return (
    <div role="group" aria-labelledby={labelId} className="grid gap-2">
      <span id={labelId} className="text-13 font-medium">
        {label}
      </span>
      <input type="hidden" name={name} value={picked.map(({ id }) => id).join(' ')} />
      <PickedCompanies picked={picked} onDrop={(dropped) => setPicked(picked.filter(({ id }) => id !== dropped))} />
      {picked.length < most && <SearchField label={t('search')} clearLabel={t('clear')} value={typed} onValueChange={type} />}
      {picked.length < most && asked !== '' && <CompanyMatches asked={asked} without={picked.map(({ id }) => id)} onPick={pick} />}
      {isMissing && picked.length === 0 && <FieldError>{t('missing')}</FieldError>}
    </div>
  );
}
