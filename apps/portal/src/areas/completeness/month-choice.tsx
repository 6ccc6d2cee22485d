'use client';

import { SelectField } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';

interface MonthChoiceProps {
  readonly month: string;
  readonly months: readonly string[];
  onChoose(month: string): void;
}

/** Which month is shown: those of which there is a statement, and the one that is shown. */
export function MonthChoice({ month, months, onChoose }: MonthChoiceProps) {
  const t = useTranslations('completeness');
  const name = new Intl.DateTimeFormat(useLocale(), { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const all = [...new Set([month, ...months])].sort().reverse();
  return (
    <div className="w-full sm:w-48 print:hidden">
      <SelectField label={t('month')} value={month} options={all.map((value) => ({ value, label: name.format(new Date(`${value}-01T00:00:00Z`)) }))} onValueChange={onChoose} />
    </div>
  );
}
